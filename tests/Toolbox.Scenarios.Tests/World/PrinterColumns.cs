using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>Asks for a Table, as kubectl get does.</summary>
sealed class PrinterColumns : IDisposable
{
    const string Accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

    readonly HttpClient _http;

    public PrinterColumns(ApiConnection connection)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(connection.CertificateAuthorities!);
        var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = policy;
        if (connection.ClientCertificate is { } certificate) handler.SslOptions.ClientCertificates = [certificate];
        _http = new HttpClient(handler) { BaseAddress = connection.Server };
        _http.DefaultRequestHeaders.Add("Accept", Accept);
        if (connection.Token is { } token) _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>One resource's columns by their names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Of(ResourceType<JsonObject> type, string @namespace, string name)
    {
        var table = JsonNode.Parse(await _http.GetStringAsync($"apis/{type.ApiVersion}/namespaces/{@namespace}/{type.Plural}/{name}"))!;
        Assert.Equal("Table", (string?)table["kind"]);
        var names = table["columnDefinitions"]!.AsArray().Select(column => (string)column!["name"]!);
        var cells = Assert.Single(table["rows"]!.AsArray())!["cells"]!.AsArray().Select(cell => cell?.ToString() ?? "");
        return names.Zip(cells, KeyValuePair.Create).ToDictionary();
    }

    public void Dispose() => _http.Dispose();
}
