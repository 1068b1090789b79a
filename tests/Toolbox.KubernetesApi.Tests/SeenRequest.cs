using System.Net;

namespace Toolbox.KubernetesApi.Tests;

sealed record SeenRequest(string Method, string Address, string ContentType, string Authorization, string UserAgent, string Body)
{
    public static SeenRequest Of(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream);
        return new SeenRequest(
            request.HttpMethod, request.RawUrl ?? "", request.ContentType ?? "", request.Headers["Authorization"] ?? "",
            request.UserAgent ?? "", request.HasEntityBody ? reader.ReadToEnd() : "");
    }
}
