using System.Security.Cryptography.X509Certificates;
using k8s.Authentication;

namespace Toolbox.KubernetesApi;

/// <summary>Where the API server is, whom to trust and who we are.</summary>
/// <param name="Server">Base address, for example <c>https://10.96.0.1:443</c>.</param>
public sealed record ApiConnection(Uri Server)
{
    /// <summary>
    /// The cluster's own authorities: only these are trusted, which also keeps the system's store of about 150 certificates unread.
    /// Without any, the system's store decides.
    /// </summary>
    public X509Certificate2Collection? CertificateAuthorities { get; init; }

    /// <summary>Trust whoever answers; only where the kubeconfig says so.</summary>
    public bool SkipTlsVerification { get; init; }

    /// <summary>Name that the server's certificate must carry instead of the address.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>Bearer token as text.</summary>
    public string? Token { get; init; }

    /// <summary>File with a bearer token that is replaced while we run; it is read again when it has changed.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Source of tokens that a credential plug-in of a kubeconfig issues.</summary>
    public ITokenProvider? TokenProvider { get; init; }

    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Namespace for callers that were given none.</summary>
    public string DefaultNamespace { get; init; } = "default";
}
