{{- define "operator.targetNamespace" -}}
{{- .Values.targetNamespace | default .Values.observedNamespace | default .Release.Namespace -}}
{{- end -}}

{{- define "operator.labels" -}}
app: {{ .Values.name }}
chart: {{ .Chart.Name }}-{{ .Chart.Version }}
release: {{ .Release.Name }}
heritage: {{ .Release.Service }}
{{- end -}}
