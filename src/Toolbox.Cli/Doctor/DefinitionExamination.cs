using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Cli.Sandbox;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Cli.Doctor;

/// <summary>Whether the custom resource definitions are installed and are those that this version ships.</summary>
static class DefinitionExamination
{
    const string Install = "helm upgrade --install flink-k8s-toolbox-crd helm/flink-k8s-toolbox-crd";

    static readonly ResourceType<JsonObject> Type =
        ResourceTypes.Json("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", namespaced: false);

    public static async Task<IReadOnlyList<Finding>> Run(Patient patient, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var text in EmbeddedManifests.CustomResourceDefinitions())
        {
            var shipped = (JsonObject)YamlText.Read(text)!;
            findings.Add(Compare(shipped, await patient.Client.Get(Type, null, shipped.Name(), cancellation)));
        }
        return findings;
    }

    static Finding Compare(JsonObject shipped, Answer<JsonObject> answer)
    {
        var name = shipped.Name();
        if (answer is Answer<JsonObject>.NotFound) return Finding.Wrong(name, "is not installed", Install);
        if (!answer.IsOk(out var installed))
            return Finding.Note(name, $"cannot be compared: {answer.Describe()}", "somebody who may read customresourcedefinitions can compare them");
        var (ours, theirs) = (SchemaPaths.Of(shipped), SchemaPaths.Of(installed));
        if (ours.Except(theirs).ToList() is { Count: > 0 } missing)
            return Finding.Wrong(name, $"is older than this flinkctl: it lacks {Some(missing)}", Install);
        return theirs.Except(ours).ToList() is { Count: > 0 } more
            ? Finding.Note(name, $"is newer than this flinkctl: it has {Some(more)} too", "use the flinkctl of the installed version")
            : Finding.Fine(name, "installed, of this version");
    }

    static string Some(List<string> paths)
    {
        var named = string.Join(", ", paths.Order(StringComparer.Ordinal).Take(3));
        return paths.Count > 3 ? $"{named} and {paths.Count - 3} fields more" : named;
    }
}
