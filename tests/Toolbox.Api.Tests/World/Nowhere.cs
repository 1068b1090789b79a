using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.World;

/// <summary>An API server that nobody reaches.</summary>
static class Nowhere
{
    const int Discard = 9;

    static string Kubeconfig(int port) =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: nowhere
        clusters: [{name: nowhere, cluster: {server: "http://127.0.0.1:{{port}}"} }]
        contexts: [{name: nowhere, context: {cluster: nowhere, user: nobody} }]
        users: [{name: nobody, user: {token: none} }]
        """;

    public static ApiConnection Connection => At(Discard);

    /// <summary>Whatever listens on this port of the machine.</summary>
    public static ApiConnection At(int port)
    {
        var path = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():n}");
        File.WriteAllText(path, Kubeconfig(port));
        try
        {
            return ApiConnections.FromKubeconfig(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
