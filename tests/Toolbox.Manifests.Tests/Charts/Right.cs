using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>A verb on a resource, written as <c>kubectl auth can-i</c> takes it: <c>patch flinkjobs/status.nextbreakpoint.com</c>.</summary>
readonly record struct Right(string Verb, string Resource)
{
    public static Right Parse(string text) => text.Split(' ') is [var verb, var resource] ? new Right(verb, resource) : throw new FormatException(text);

    /// <summary>All that a Role or ClusterRole grants.</summary>
    public static IEnumerable<Right> Of(JsonObject role) =>
        from rule in role["rules"]!.AsArray()
        from @group in Texts(rule, "apiGroups")
        from resource in Texts(rule, "resources")
        from verb in Texts(rule, "verbs")
        select new Right(verb, @group.Length == 0 ? resource : $"{resource}.{@group}");

    public override string ToString() => $"{Verb} {Resource}";

    static IEnumerable<string> Texts(JsonNode? rule, string name) => rule![name]!.AsArray().Select(item => (string)item!);
}
