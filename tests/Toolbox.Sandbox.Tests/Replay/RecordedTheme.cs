using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Tests.Objects;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>One file of recorded exchanges.</summary>
public sealed partial record RecordedTheme(string Name, IReadOnlyList<RecordedExchange> Exchanges)
{
    // The recorded server mounts a second root certificate, which only one distribution of Kubernetes has.
    static string WithoutDistribution(string text) => OpenshiftSource().Replace(text, "");

    [GeneratedRegex("""\s*,\s*\{\s*"configMap":\s*\{\s*"name":\s*"openshift-service-ca.crt".*?\]\s*\}\s*\}""", RegexOptions.Singleline)]
    private static partial Regex OpenshiftSource();

    public static JsonObject ReadFile(string name) => (JsonObject)JsonNode.Parse(WithoutDistribution(File.ReadAllText(Path.Combine(Recorded.Folder!, name + ".json"))))!;

    /// <summary>Exchanges with a request; a kubectl command counts as one exchange per request.</summary>
    public static RecordedTheme Read(string name)
    {
        var exchanges = new List<RecordedExchange>();
        foreach (var exchange in ReadFile(name)["exchanges"]!.AsArray().OfType<JsonObject>())
        {
            var title = exchange["name"]!.GetValue<string>();
            if (exchange["request"] is JsonObject request) exchanges.Add(new RecordedExchange(title, request, exchange["response"] as JsonObject ?? []));
            var index = 0;
            foreach (var item in (exchange["requests"] as JsonArray ?? []).OfType<JsonObject>())
            {
                exchanges.Add(new RecordedExchange($"{title} #{++index}", item["request"] as JsonObject ?? item, item["response"] as JsonObject ?? []));
            }
        }
        return new RecordedTheme(name, exchanges);
    }
}
