using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.World;

/// <summary>An API server that nobody reaches.</summary>
static class Nowhere
{
    const string Kubeconfig =
        """
        apiVersion: v1
        kind: Config
        current-context: nowhere
        clusters: [{name: nowhere, cluster: {server: "http://127.0.0.1:9"}}]
        contexts: [{name: nowhere, context: {cluster: nowhere, user: nobody}}]
        users: [{name: nobody, user: {token: none}}]
        """;

    public static ApiConnection Connection
    {
        get
        {
            var path = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():n}");
            File.WriteAllText(path, Kubeconfig);
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
}
