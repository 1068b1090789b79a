using System.Net.Http.Headers;

namespace Toolbox.KubernetesApi;

/// <summary>One HTTP request, addressed relative to the server.</summary>
sealed record ApiRequest(HttpMethod Method, string Address, byte[]? Body = null, string ContentType = "application/json")
{
    /// <summary>Accept header of a Table, the form in which kubectl shows objects.</summary>
    public const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";

    public string Accept { get; init; } = "application/json";

    public HttpRequestMessage Message(Uri server)
    {
        // A server address may carry a path, as Rancher's and kubectl proxy's do.
        var message = new HttpRequestMessage(Method, server.AbsoluteUri.TrimEnd('/') + Address);
        message.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Accept));
        if (Body is null) return message;
        message.Content = new ByteArrayContent(Body);
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return message;
    }
}
