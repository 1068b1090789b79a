using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.KubernetesApi;

/// <summary>The way from a pod to its API server.</summary>
static class InClusterFiles
{
    public const string HostVariable = "KUBERNETES_SERVICE_HOST";
    const string PortVariable = "KUBERNETES_SERVICE_PORT";
    const string Folder = "var/run/secrets/kubernetes.io/serviceaccount";

    public static bool Announced => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(HostVariable));

    public static ApiConnection Read(string? root)
    {
        root ??= Environment.GetEnvironmentVariable(ApiConnections.RootVariable);
        var folder = Path.Combine(string.IsNullOrEmpty(root) ? "/" : root, Folder);
        var token = Path.Combine(folder, "token");
        if (Text(token).Length == 0) throw new ApiConnectionException($"{token} is empty: the service account's token is missing");
        return new ApiConnection(Server())
        {
            CertificateAuthorities = Authorities(Path.Combine(folder, "ca.crt")),
            TokenFile = token,
            DefaultNamespace = Text(Path.Combine(folder, "namespace")) is { Length: > 0 } name ? name : "default",
        };
    }

    static Uri Server()
    {
        var host = Variable(HostVariable);
        var port = Variable(PortVariable);
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            throw new ApiConnectionException($"{PortVariable} is '{port}': a port from 1 to 65535 is needed");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new ApiConnectionException($"{HostVariable} is '{host}': neither a host name nor an address");
        return new UriBuilder(Uri.UriSchemeHttps, host, number).Uri;
    }

    static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new ApiConnectionException($"{name} is not set: this process does not run in a pod");

    static X509Certificate2Collection Authorities(string path)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Text(path));
        }
        catch (CryptographicException exception)
        {
            throw new ApiConnectionException($"{path} holds no certificate in PEM form: {exception.Message}", exception);
        }
        return authorities.Count > 0 ? authorities : throw new ApiConnectionException($"{path} holds no certificate in PEM form");
    }

    static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ApiConnectionException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
