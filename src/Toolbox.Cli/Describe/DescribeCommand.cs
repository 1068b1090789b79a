using System.CommandLine;
using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Describe;

/// <summary><c>flinkctl describe</c>: everything about one resource on a page.</summary>
static class DescribeCommand
{
    static readonly Argument<string[]> Resource = ResourceReference.Argument("NAME, KIND/NAME or KIND NAME.", new ArgumentArity(1, 2));

    static readonly ResourceType<JsonObject> EventType = ResourceTypes.Json("", "v1", "events", "Event");

    public static Command Create() => new PeopleCommand(
        "describe", "Show spec, conditions, last decision, restore points and events of a resource.", Run, Resource)
    {
        Examples = ["flinkctl describe cluster-1", "flinkctl describe fj/cluster-1-job-1", "flinkctl describe job cluster-1-job-1 -n flink-jobs"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var content = await NamespaceContent.Read(client, @namespace, cancellation);
        var found = ResourceReference.Parse(parsed.GetValue(Resource)!).Find(content, @namespace);
        var page = new DescriptionPage(Terminal.Of(parsed), TimeProvider.System.GetUtcNow());
        for (var index = 0; index < found.Count; index++)
        {
            if (index > 0) page.Line("");
            var (kind, resource) = found[index];
            page.Write(kind, resource, content, await Events(client, @namespace, resource, cancellation));
        }
        return ExitCodes.Done;
    }

    static async Task<IReadOnlyList<JsonObject>> Events(KubernetesApiClient client, string @namespace, JsonObject resource, CancellationToken cancellation)
    {
        var selector = $"involvedObject.uid={resource.Text("metadata", "uid")}";
        var list = await client.ListAll(EventType, @namespace, new ListOptions { FieldSelector = selector }, cancellation);
        // Whoever may not read events still sees the rest.
        return list.IsOk(out var events) ? [.. events.Items.OrderBy(LastSeen)] : [];
    }

    internal static DateTimeOffset? LastSeen(JsonObject item) =>
        item.Time("series", "lastObservedTime") ?? item.Time("lastTimestamp") ?? item.Time("eventTime") ?? item.Time("metadata", "creationTimestamp");
}
