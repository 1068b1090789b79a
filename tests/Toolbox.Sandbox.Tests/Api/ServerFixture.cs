using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>A server of its own and a client that trusts it.</summary>
public sealed class ServerFixture : IAsyncLifetime, IDisposable
{
    HttpClient? _client;

    public ApiServer Server { get; private set; } = null!;

    public HttpClient Client => _client!;

    public async Task InitializeAsync()
    {
        Server = await ApiServer.StartAsync(new ApiServerOptions(), CancellationToken.None);
        _client = ClientOf(Server);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Server.BearerToken);
    }

    public static HttpClient ClientOf(ApiServer server)
    {
        var authority = X509Certificate2.CreateFromPem(server.CertificateAuthorityPem);
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0 || certificate is null || chain is null) return false;
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build((X509Certificate2)certificate);
        };
        return new HttpClient(handler) { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Sends a request and reads the JSON of its answer; text that is not JSON becomes a string node.</summary>
    public async Task<(HttpStatusCode Code, JsonNode? Body)> SendAsync(string method, string path, string? body = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : JsonValue.Create(text));
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => _client?.Dispose();
}
