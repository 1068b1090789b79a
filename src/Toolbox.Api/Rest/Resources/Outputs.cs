using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Api.Rest.Replies;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Resources;

/// <summary>What is shown of cached resources.</summary>
static class Outputs
{
    public static Reply Names(IEnumerable<string> names) =>
        new Reply.Output(new JsonArray([.. names.Select(name => (JsonNode)name)]).ToJsonString());

    /// <summary>The status as it is stored; a resource that nobody has looked after yet has none.</summary>
    public static Reply Status(FlinkResource? resource, string kind) => resource switch
    {
        null => UpstreamReplies.NotFound(kind),
        { Status.ValueKind: JsonValueKind.Object } => new Reply.Output(resource.Status.GetRawText()),
        _ => new Reply.Done(),
    };
}
