namespace Toolbox.Cli.Tests.Processes;

/// <summary>Kubeconfig files of API servers that are not there.</summary>
static class Kubeconfigs
{
    public static string At(int port) => $"""
        apiVersion: v1
        kind: Config
        current-context: here
        clusters:
        - name: here
          cluster:
            server: http://127.0.0.1:{port}
        contexts:
        - name: here
          context:
            cluster: here
            user: me
            namespace: mine
        users:
        - name: me
          user:
            token: nothing
        """;
}
