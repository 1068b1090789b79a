using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Services: defaults, addresses and node ports, and what may not change.</summary>
sealed class ServiceRules : KindRules
{
    static readonly string[] Types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];

    public override bool AnswersWithObject => true;
    public override NameRule Names => NameRule.ServiceLabel;

    public override void Default(JsonObject item)
    {
        var spec = item.Child("spec");
        spec.SetDefault("type", "ClusterIP");
        spec.SetDefault("sessionAffinity", "None");
        if (spec.TextAt("sessionAffinity") == "ClientIP" && spec["sessionAffinityConfig"] is null)
            spec["sessionAffinityConfig"] = new JsonObject { ["clientIP"] = new JsonObject { ["timeoutSeconds"] = 10800 } };
        foreach (var port in spec.ObjectsAt("ports"))
        {
            port.SetDefault("protocol", "TCP");
            port.SetDefault("targetPort", port["port"]?.DeepClone());
        }
        if (spec.TextAt("type") == "ExternalName") return;
        spec.SetDefault("internalTrafficPolicy", "Cluster");
        if (spec.TextAt("type") is "NodePort" or "LoadBalancer") spec.SetDefault("externalTrafficPolicy", "Cluster");
        if (spec.TextAt("type") == "LoadBalancer") spec.SetDefault("allocateLoadBalancerNodePorts", true);
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        item["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() };
        new ServiceAllocation(context.Contents).Complete(item.Child("spec"));
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        base.PrepareForUpdate(next, live, subresource, context);
        if (subresource.Length > 0) return;
        var (spec, old) = (next.Child("spec"), live.Child("spec"));
        foreach (var member in (string[])["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"])
        {
            if (spec.TextAt("type") != "ExternalName" && old[member] is { } value) spec.SetDefault(member, value.DeepClone());
        }
        foreach (var port in spec.ObjectsAt("ports").Where(_ => spec.TextAt("type") is "NodePort" or "LoadBalancer"))
        {
            var same = old.ObjectsAt("ports").FirstOrDefault(item => item["port"].SameAs(port["port"]) && item.TextAt("protocol") == port.TextAt("protocol"));
            if (same?["nodePort"] is { } number) port.SetDefault("nodePort", number.DeepClone());
        }
        var others = context.Contents.Where(item => item.TextAt("metadata", "uid") != live.TextAt("metadata", "uid"));
        new ServiceAllocation(others).Complete(spec);
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var spec = item.Child("spec");
        if (spec.TextAt("type") != "ExternalName" && spec.TextAt("clusterIP") != "None" && !spec.ObjectsAt("ports").Any())
            yield return FieldError.Required("spec.ports");
        foreach (var error in Ports(spec)) yield return error;
        if (spec.TextAt("type") is { } type && !Types.Contains(type)) yield return FieldError.NotSupported("spec.type", type, Types);
        if (spec.TextAt("type") == "ExternalName" && string.IsNullOrEmpty(spec.TextAt("externalName"))) yield return FieldError.Required("spec.externalName");
        var before = live.TextAt("spec", "clusterIP");
        if (before is { Length: > 0 } && spec.TextAt("type") != "ExternalName" && spec.TextAt("clusterIP") != before)
        {
            yield return FieldError.Invalid("spec.clusterIPs[0]", spec["clusterIPs"], "may not change once set");
            yield break;
        }
        foreach (var error in ServiceAllocation.Refusals(spec, context, item.TextAt("metadata", "uid") ?? "")) yield return error;
    }

    static IEnumerable<FieldError> Ports(JsonObject spec)
    {
        var index = 0;
        var many = spec.ObjectsAt("ports").Count() > 1;
        foreach (var port in spec.ObjectsAt("ports"))
        {
            var path = $"spec.ports[{index++}]";
            if (many && string.IsNullOrEmpty(port.TextAt("name"))) yield return FieldError.Required($"{path}.name");
            if (port.NumberAt("port") is < 1 or > 65535) yield return FieldError.Invalid($"{path}.port", port.NumberAt("port"), "must be between 1 and 65535, inclusive");
            if (port.NumberAt("targetPort") is < 1 or > 65535) yield return FieldError.Invalid($"{path}.targetPort", port.NumberAt("targetPort"), "must be between 1 and 65535, inclusive");
        }
    }
}
