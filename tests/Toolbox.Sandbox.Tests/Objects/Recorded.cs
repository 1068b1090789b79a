using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>The exchanges recorded from a real API server, which lie beside the repository; absent elsewhere, and then their tests say so.</summary>
internal static class Recorded
{
    static readonly ConcurrentDictionary<string, JsonObject?> Themes = new();

    public static string Folder => Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared/reference/kube-exchanges");

    /// <summary>Null when the recordings are not on this machine.</summary>
    public static JsonObject? Theme(string name) => Themes.GetOrAdd(name, Read);

    static JsonObject? Read(string name)
    {
        // A worktree lies one level deeper than the repository.
        foreach (var root in new[] { Repository.Root, Path.GetDirectoryName(Repository.Root)! })
        {
            var file = Path.Combine(Path.GetDirectoryName(root)!, "shared/reference/kube-exchanges", name + ".json");
            if (File.Exists(file)) return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
        Console.WriteLine($"skipped: the recorded exchanges are not here ({Folder})");
        return null;
    }

    public static IEnumerable<Exchange> Exchanges(string theme) => (Theme(theme)?["exchanges"] as JsonArray ?? [])
        .OfType<JsonObject>().Where(exchange => exchange["request"] is not null)
        .Select(exchange => new Exchange((string)exchange["name"]!, exchange["request"]!.AsObject(), exchange["response"]!.AsObject()));

    public static Exchange? Find(string theme, string name) => Exchanges(theme).FirstOrDefault(exchange => exchange.Name == name);

    /// <summary>The schema of the recorded Widget; null when the recordings are absent.</summary>
    public static JsonObject? WidgetSchema() =>
        Theme("00-fixtures")?["crd"]!["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.DeepClone().AsObject();
}
