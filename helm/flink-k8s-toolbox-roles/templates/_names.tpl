{{- define "toolbox.targetNamespace" -}}
{{- .Values.targetNamespace | default .Values.observedNamespace | default .Release.Namespace -}}
{{- end -}}

{{- define "toolbox.labels" -}}
chart: {{ .Chart.Name }}-{{ .Chart.Version }}
release: {{ .Release.Name }}
heritage: {{ .Release.Service }}
{{- end -}}

{{- /* A RoleBinding in the target namespace: (dict "root" $ "name" NAME "accountNamespace" NAMESPACE) */ -}}
{{- define "toolbox.roleBinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: {{ .name }}
  namespace: {{ include "toolbox.targetNamespace" .root }}
  labels:
    {{- include "toolbox.labels" .root | nindent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ .name }}
subjects:
- kind: ServiceAccount
  name: {{ .name }}
  namespace: {{ .accountNamespace }}
{{- end -}}
