using System.Text;

namespace Toolbox.Sandbox.Api;

/// <summary>The kubeconfig of a server.</summary>
static class KubeconfigText
{
    public static string Write(Uri url, string authorityPem, string token, string @namespace) => $"""
        apiVersion: v1
        kind: Config
        clusters:
        - name: toolbox-sandbox
          cluster:
            server: {url.GetLeftPart(UriPartial.Authority)}
            certificate-authority-data: {Convert.ToBase64String(Encoding.UTF8.GetBytes(authorityPem + "\n"))}
        users:
        - name: toolbox-sandbox
          user:
            token: {token}
        contexts:
        - name: toolbox-sandbox
          context:
            cluster: toolbox-sandbox
            user: toolbox-sandbox
            namespace: {@namespace}
        current-context: toolbox-sandbox

        """;
}
