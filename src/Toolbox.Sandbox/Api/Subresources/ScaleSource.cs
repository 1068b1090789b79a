using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Where a resource keeps what its scale subresource shows.</summary>
/// <param name="Labels">Path of the selector as text; null where the selector is an object in spec.</param>
sealed record ScaleSource(string[] Wanted, string[] Current, string[]? Labels, bool Custom)
{
    public static ScaleSource Of(ResourceType type)
    {
        if (type.Custom?.Scale is not { } scale) return new ScaleSource(["spec", "replicas"], ["status", "replicas"], null, false);
        return new ScaleSource(Path(scale, "specReplicasPath"), Path(scale, "statusReplicasPath"), Path(scale, "labelSelectorPath"), true);
    }

    /// <summary>The Scale of an object.</summary>
    /// <exception cref="RequestRefused">500 when a custom resource does not say how many it wants.</exception>
    public JsonObject Read(JsonObject item)
    {
        var wanted = item.NumberAt(Wanted);
        if (Custom && wanted is null) throw Refuse.Internal($"the spec replicas field \".{string.Join('.', Wanted)}\" does not exist");
        var status = new JsonObject { ["replicas"] = item.NumberAt(Current) ?? 0 };
        var selector = Labels is { Length: > 0 } ? item.TextAt(Labels) ?? "" : Custom ? "" : Selector(item.At("spec", "selector") as JsonObject);
        if (selector.Length > 0) status["selector"] = selector;
        return new JsonObject
        {
            ["kind"] = "Scale",
            ["apiVersion"] = "autoscaling/v1",
            ["metadata"] = Metadata(item),
            ["spec"] = wanted is null or 0 ? new JsonObject() : new JsonObject { ["replicas"] = wanted },
            ["status"] = status,
        };
    }

    /// <summary>A copy of the object that wants as many as the Scale says.</summary>
    public JsonObject Write(JsonObject item, JsonObject scale)
    {
        var next = item.Copy();
        var parent = next;
        foreach (var name in Wanted[..^1]) parent = parent.Child(name);
        parent[Wanted[^1]] = scale.NumberAt("spec", "replicas") ?? 0;
        return next;
    }

    static JsonObject Metadata(JsonObject item)
    {
        var metadata = new JsonObject();
        foreach (var name in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            if (item.At("metadata", name) is { } value) metadata[name] = value.DeepClone();
        }
        return metadata;
    }

    // A ReplicationController's selector is a plain map of labels.
    static string Selector(JsonObject? selector) =>
        selector is null ? "" : selector.ContainsKey("matchLabels") || selector.ContainsKey("matchExpressions")
            ? LabelSelector.FromObject(selector).ToString()
            : LabelSelector.FromObject(new JsonObject { ["matchLabels"] = selector.DeepClone() }).ToString();

    static string[] Path(JsonObject scale, string member) => (scale.TextAt(member) ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries);
}
