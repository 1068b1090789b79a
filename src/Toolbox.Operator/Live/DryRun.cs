using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Operator.Live;

/// <summary>
/// Lets the API server apply a document without storing anything: schema, rules, defaults and rights are its business. The document is
/// applied in the way in which the resource was applied before, since that decides what becomes of fields that it no longer has.
/// </summary>
sealed class DryRun(KubernetesApiClient client, string @namespace)
{
    const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";
    const string Kubectl = "kubectl";

    // As kubectl asks for it: unknown fields are errors.
    static readonly WriteOptions Checked = new() { DryRun = true, FieldValidation = "Strict" };

    /// <param name="live">The resource as it is; null when it does not exist.</param>
    public Task<Answer<FlinkResource>> Apply(ResourceType<FlinkResource> type, JsonObject document, FlinkResource? live, CancellationToken cancellation)
    {
        var name = (string)document["metadata"]!["name"]!;
        return live is not null && LastDocument(live) is { } last
            ? client.MergePatch(type, @namespace, name, ClientSide(last, document, live), Checked with { FieldManager = "kubectl-client-side-apply" }, cancellation)
            : client.Apply(type, @namespace, name, document, Checked with { FieldManager = live is null ? Kubectl : Manager(live) ?? Kubectl }, cancellation);
    }

    /// <summary>Nobody's earlier apply is known, so what the document leaves out stays.</summary>
    public static bool KeepsWhatIsLeftOut(FlinkResource live) => LastDocument(live) is null && Manager(live) is null;

    static JsonObject ClientSide(JsonObject last, JsonObject document, FlinkResource live)
    {
        var there = new JsonObject
        {
            ["metadata"] = new JsonObject { ["labels"] = Texts(live.Metadata.Labels), ["annotations"] = Texts(live.Metadata.Annotations) },
            ["spec"] = ThreeWayPatch.Object(live.Spec),
        };
        return ThreeWayPatch.Of(ThreeWayPatch.Applied(last), ThreeWayPatch.Applied(document), there);
    }

    static JsonObject Texts(IDictionary<string, string>? texts) => new((texts ?? new Dictionary<string, string>()).Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));

    static JsonObject? LastDocument(FlinkResource live)
    {
        try
        {
            return live.Annotation(LastApplied) is { } text ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Whoever applied the resource on the server's side applies it again; our own managers are the operator's.
    static string? Manager(FlinkResource live) => (live.Metadata.ManagedFields ?? [])
        .Where(entry => entry.Operation == "Apply" && !(entry.Manager ?? "").StartsWith("flinkctl", StringComparison.Ordinal))
        .OrderByDescending(entry => entry.Time).Select(entry => entry.Manager).FirstOrDefault(manager => !string.IsNullOrEmpty(manager));
}
