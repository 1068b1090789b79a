using System.Text.Json;
using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests.Tests;

/// <summary>The deployment of the user manual, and changes to it.</summary>
sealed class SomeDeployment
{
    readonly JsonObject json = YamlJson.Documents(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Resources", "manual-deployment.yaml")))[0];

    public static SomeDeployment OfTheManual() => new();

    /// <summary>Sets a field below <c>spec</c>, named like <c>cluster.runtime.image</c>; null removes it.</summary>
    public SomeDeployment With(string field, string? value)
    {
        var names = field.Split('.');
        var parent = names[..^1].Aggregate(json["spec"]!, Child);
        if (value is null)
            parent.AsObject().Remove(names[^1]);
        else
            parent.AsObject()[names[^1]] = JsonNode.Parse(value);
        return this;
    }

    public SomeDeployment Without(string field) => With(field, null);

    public JsonObject Json => json;

    public Either<ManifestError, FlinkClusterSpec> Cluster => FlinkClusterSpec.Read(Element(json["spec"]!["cluster"]!));

    public Either<ManifestError, FlinkJobSpec> Job => FlinkJobSpec.Read(Element(json["spec"]!["jobs"]![0]!["spec"]!));

    static JsonNode Child(JsonNode node, string name) => node is JsonArray list ? list[int.Parse(name)]! : node[name]!;

    static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
