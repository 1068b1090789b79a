using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>The exchanges recorded from a real API server, which lie beside the repository; absent elsewhere, and then their tests are skipped.</summary>
internal static class Recorded
{
    static readonly ConcurrentDictionary<string, JsonObject> Themes = new();

    static readonly string[] Folders =
    [
        // A worktree lies one level deeper than the repository.
        .. new[] { "..", "../.." }.Select(above => Path.GetFullPath(Path.Combine(Repository.Root, above, "shared/reference/kube-exchanges"))),
    ];

    /// <summary>The folder of the recordings; null when they are not on this machine.</summary>
    public static string? Folder { get; } = Folders.FirstOrDefault(Directory.Exists);

    /// <summary>Why there are none, or null.</summary>
    public static string? Missing => Folder is null ? $"The recorded exchanges are not there: {Folders[0]}" : null;

    // The rows of theories are asked for where there are no recordings, too.
    static JsonObject? Theme(string name) =>
        Folder is null ? null : Themes.GetOrAdd(name, _ => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!.AsObject());

    public static IEnumerable<Exchange> Exchanges(string theme) => (Theme(theme)?["exchanges"] as JsonArray ?? [])
        .OfType<JsonObject>().Where(exchange => exchange["request"] is not null)
        .Select(exchange => new Exchange((string)exchange["name"]!, exchange["request"]!.AsObject(), exchange["response"]!.AsObject()));

    public static Exchange? Find(string theme, string name) => Exchanges(theme).FirstOrDefault(exchange => exchange.Name == name);

    /// <summary>The schema of the recorded Widget; null when the recordings are absent.</summary>
    public static JsonObject? WidgetSchema() =>
        Theme("00-fixtures")?["crd"]!["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.DeepClone().AsObject();
}
