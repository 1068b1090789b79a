using System.Text.Json.Nodes;
using k8s;
using LanguageExt;
using Toolbox.CustomResourceDefinitions;

namespace Toolbox.Manifests.Tests;

/// <summary>Rendered objects as people read them.</summary>
static class RenderedYaml
{
    public static string Of<T>(Either<ManifestError, T> rendered) where T : class => YamlText.Write(JsonOf(rendered));

    public static JsonObject JsonOf<T>(Either<ManifestError, T> rendered) where T : class =>
        JsonNode.Parse(KubernetesJson.Serialize(Value(rendered)))!.AsObject();

    public static T Value<T>(Either<ManifestError, T> rendered) =>
        rendered.Match(Right: value => value, Left: error => throw new Xunit.Sdk.XunitException(error.ToString()));

    public static ManifestError Error<T>(Either<ManifestError, T> rendered) =>
        rendered.Match(Right: _ => throw new Xunit.Sdk.XunitException("rendered without an error"), Left: error => error);
}
