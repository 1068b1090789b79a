using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security;

/// <summary>The files that the four options <c>--keystore-path</c>, <c>--keystore-secret</c>, <c>--truststore-path</c> and <c>--truststore-secret</c> name.</summary>
/// <param name="KeyStore">Who we are; null: a client shows no certificate.</param>
/// <param name="TrustStore">Whom we trust; null: a server asks for no certificate, a client trusts the authorities of the machine.</param>
public sealed record TlsFiles(StoreFile? KeyStore, StoreFile? TrustStore)
{
    /// <summary>Whether any file is given: then HTTPS is spoken, else plain HTTP.</summary>
    public bool IsOn => KeyStore is not null || TrustStore is not null;

    /// <summary>The files of the four options; an absent path means no such file.</summary>
    public static TlsFiles Of(string? keystorePath, string? keystoreSecret, string? truststorePath, string? truststoreSecret) => new(
        File("keystore", keystorePath, keystoreSecret), File("truststore", truststorePath, truststoreSecret));

    static StoreFile? File(string kind, string? path, string? password) => string.IsNullOrEmpty(path) ? null : new StoreFile(kind, path, password);
}
