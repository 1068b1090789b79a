using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>The rules of each kind.</summary>
static class RuleBook
{
    static readonly KindRules Plain = new PlainRules();

    static readonly Dictionary<string, KindRules> ByResource = new(StringComparer.Ordinal)
    {
        ["configmaps"] = new ConfigMapRules(secret: false),
        ["secrets"] = new ConfigMapRules(secret: true),
        ["namespaces"] = new NamespaceRules(),
        ["pods"] = new PodRules(),
        ["services"] = new ServiceRules(),
        ["serviceaccounts"] = new PlainRules(answersWithObject: true),
        ["events"] = new EventRules(),
        ["nodes"] = new PlainRules(),
        ["endpoints"] = new PlainRules(createsOnUpdate: true),
        ["persistentvolumeclaims"] = new ClaimRules(volume: false),
        ["persistentvolumes"] = new ClaimRules(volume: true),
        ["podtemplates"] = new PlainRules(answersWithObject: true),
        ["deployments.apps"] = new WorkloadRules("Deployment"),
        ["replicasets.apps"] = new WorkloadRules("ReplicaSet"),
        ["statefulsets.apps"] = new WorkloadRules("StatefulSet"),
        ["daemonsets.apps"] = new WorkloadRules("DaemonSet"),
        ["jobs.batch"] = new JobRules(),
        ["cronjobs.batch"] = new CronJobRules(),
        ["leases.coordination.k8s.io"] = new PlainRules(createsOnUpdate: true),
        ["endpointslices.discovery.k8s.io"] = new PlainRules(generation: true),
        ["poddisruptionbudgets.policy"] = new PlainRules(generation: true),
        ["ingresses.networking.k8s.io"] = new PlainRules(generation: true),
        ["networkpolicies.networking.k8s.io"] = new PlainRules(generation: true),
        ["roles.rbac.authorization.k8s.io"] = new RoleRules(cluster: false),
        ["clusterroles.rbac.authorization.k8s.io"] = new RoleRules(cluster: true),
        ["rolebindings.rbac.authorization.k8s.io"] = new PlainRules(names: NameRule.PathSegment),
        ["clusterrolebindings.rbac.authorization.k8s.io"] = new PlainRules(names: NameRule.PathSegment),
        ["customresourcedefinitions.apiextensions.k8s.io"] = new DefinitionRules(),
    };

    public static KindRules For(ResourceType type) =>
        type.Custom is { } custom ? new CustomRules(custom) : ByResource.GetValueOrDefault(type.StorageKey, Plain);
}
