using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox;

/// <summary>Puts into a fresh API server what a person would install before Flink: definitions, namespace, service accounts.</summary>
sealed class SandboxObjects(KubernetesApiClient client)
{
    /// <summary>The service accounts of the charts.</summary>
    static readonly string[] Accounts = ["flink-operator", "flink-supervisor", "flink-bootstrap"];

    static readonly TimeSpan DefinitionLimit = TimeSpan.FromSeconds(20);

    /// <exception cref="SandboxException">An object is not accepted.</exception>
    public async Task InstallAsync(string @namespace, IEnumerable<string> manifests, CancellationToken cancellation)
    {
        Check($"namespace {@namespace}", await client.Create(
            ResourceTypes.Namespaces, null, new V1Namespace { Metadata = new V1ObjectMeta { Name = @namespace } }, cancellation: cancellation));
        foreach (var account in Accounts)
            Check($"service account {account}", await client.Create(
                ResourceTypes.ServiceAccounts, @namespace, new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = account } }, cancellation: cancellation));
        foreach (var manifest in manifests)
            await ApplyAsync(manifest, @namespace, cancellation);
    }

    /// <exception cref="SandboxException">An object is not accepted.</exception>
    public async Task<IReadOnlyList<(string Kind, string Name)>> ApplyAsync(string text, string @namespace, CancellationToken cancellation)
    {
        var applied = new List<(string Kind, string Name)>();
        foreach (var manifest in Manifest.Read(text))
        {
            await ApplyAsync(manifest, @namespace, cancellation);
            applied.Add((manifest.Kind, manifest.Name));
        }
        return applied;
    }

    async Task ApplyAsync(Manifest manifest, string @namespace, CancellationToken cancellation)
    {
        var (version, kind, name, document) = manifest;
        var type = await FindAsync(version, kind, cancellation);
        var home = type.Namespaced ? manifest.Namespace ?? @namespace : null;
        Check($"{kind} {name}", await client.Apply(type, home, name, document, new WriteOptions { FieldManager = "sandbox", Force = true }, cancellation));
        if (kind == "CustomResourceDefinition")
            await EstablishedAsync(type, name, cancellation);
    }

    /// <summary>How a kind is called in addresses is asked of the server, as kubectl does.</summary>
    async Task<ResourceType<JsonObject>> FindAsync(string version, string kind, CancellationToken cancellation)
    {
        var answer = await client.GetDocument(version.Contains('/') ? $"/apis/{version}" : $"/api/{version}", cancellation);
        var resource = answer.IsOk(out var list)
            ? list["resources"]?.AsArray().FirstOrDefault(item => (string?)item!["kind"] == kind && !((string)item["name"]!).Contains('/'))
            : null;
        if (resource is null)
            throw new SandboxException($"the API server does not know {kind} of {version}, which a manifest needs");
        var slash = version.LastIndexOf('/');
        return ResourceTypes.Json(slash < 0 ? "" : version[..slash], version[(slash + 1)..], (string)resource["name"]!, kind, (bool?)resource["namespaced"] ?? true);
    }

    async Task EstablishedAsync(ResourceType<JsonObject> type, string name, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(DefinitionLimit);
        try
        {
            while (!IsEstablished(await client.Get(type, null, name, limit.Token)))
                await Task.Delay(50, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SandboxException($"the definition {name} was not established within {DefinitionLimit.TotalSeconds} s");
        }
    }

    static bool IsEstablished(Answer<JsonObject> answer) => answer.IsOk(out var definition)
        && definition["status"]?["conditions"] is JsonArray conditions
        && conditions.Any(condition => (string?)condition!["type"] == "Established" && (string?)condition["status"] == "True");

    static void Check<T>(string what, Answer<T> answer)
    {
        if (answer is not (Answer<T>.Ok or Answer<T>.AlreadyExists))
            throw new SandboxException($"the API server refuses {what}: {answer.Describe()}");
    }
}
