using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace Toolbox.KubernetesApi;

/// <summary>Turns what the client library reads from a kubeconfig file into a connection.</summary>
static class KubeconfigFile
{
    public static ApiConnection Read(string path, string? context)
    {
        if (!File.Exists(path)) throw new ApiConnectionException($"kubeconfig {path} does not exist");
        try
        {
            var read = KubernetesClientConfiguration.BuildConfigFromConfigFile(new FileInfo(path), context);
            if (!Uri.TryCreate(read.Host, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
                throw new ApiConnectionException($"kubeconfig {path}: the server '{read.Host}' is not an http or https address");
            return new ApiConnection(server)
            {
                CertificateAuthorities = read.SslCaCerts,
                SkipTlsVerification = read.SkipTlsVerify,
                TlsServerName = read.TlsServerName,
                Token = string.IsNullOrEmpty(read.AccessToken) ? Basic(read) : read.AccessToken,
                TokenProvider = read.TokenProvider,
                ClientCertificate = ClientCertificate(read),
                DefaultNamespace = string.IsNullOrEmpty(read.Namespace) ? "default" : read.Namespace,
            };
        }
        catch (Exception exception) when (exception is not ApiConnectionException and not OutOfMemoryException)
        {
            throw new ApiConnectionException($"kubeconfig {path} cannot be used: {OneLine(exception)}", exception);
        }
    }

    // API servers have refused user names and passwords since Kubernetes 1.19.
    static string? Basic(KubernetesClientConfiguration read) =>
        string.IsNullOrEmpty(read.Username) ? null : throw new ApiConnectionException(
            "a user name with a password is not supported by Kubernetes any more; use a token or a client certificate");

    static X509Certificate2? ClientCertificate(KubernetesClientConfiguration read)
    {
        var certificate = Pem(read.ClientCertificateData, read.ClientCertificateFilePath);
        var key = Pem(read.ClientCertificateKeyData, read.ClientKeyFilePath);
        if (certificate is null && key is null) return null;
        if (certificate is null || key is null)
            throw new CryptographicException("client-certificate and client-key are needed together");
        return X509Certificate2.CreateFromPem(certificate, key);
    }

    static string? Pem(string? base64, string? path) =>
        !string.IsNullOrWhiteSpace(base64) ? Encoding.UTF8.GetString(Convert.FromBase64String(base64))
        : !string.IsNullOrWhiteSpace(path) ? File.ReadAllText(path)
        : null;

    static string OneLine(Exception exception) =>
        string.Join(' ', exception.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
