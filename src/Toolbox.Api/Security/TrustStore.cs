using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security;

/// <summary>The authorities that are trusted, and nobody else: the system's are not asked.</summary>
public sealed record TrustStore(X509Certificate2Collection Authorities)
{
    /// <summary>Extended key usage of a certificate that a server shows.</summary>
    public const string ServerUsage = "1.3.6.1.5.5.7.3.1";

    /// <summary>Extended key usage of a certificate that a client shows.</summary>
    public const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    /// <param name="now">A file whose certificates are all out of date is refused.</param>
    /// <exception cref="StoreException">One line says which option and file, and what is wrong.</exception>
    public static TrustStore Load(StoreFile file, DateTimeOffset now) => Read(file, StoreContent.Bytes(file), now);

    /// <summary>Why a certificate is not trusted; null when it is.</summary>
    /// <param name="usage">What it is shown for, <see cref="ServerUsage"/> or <see cref="ClientUsage"/>. A certificate without usages serves for all.</param>
    /// <param name="sent">Intermediate certificates that were sent along.</param>
    public string? Complaint(X509Certificate2 certificate, string usage, IEnumerable<X509Certificate2> sent, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(usage) };
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        foreach (var other in sent) chain.ChainPolicy.ExtraStore.Add(other);
        if (chain.Build(certificate)) return null;
        var reasons = chain.ChainStatus.Select(status => status.StatusInformation.Trim()).Where(text => text.Length > 0).Distinct();
        return string.Join("; ", reasons) is { Length: > 0 } text ? text : "its chain cannot be built";
    }

    /// <summary>Checks of a chain against these authorities only: no revocation lists, and nothing is fetched.</summary>
    public X509ChainPolicy Policy(string usage)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(Authorities);
        policy.ApplicationPolicy.Add(new Oid(usage));
        return policy;
    }

    internal static TrustStore Read(StoreFile file, byte[] bytes, DateTimeOffset now)
    {
        var content = StoreContent.Of(file, bytes);
        if (content.Certificates.Count == 0) throw file.Refuse("the file holds no certificate");
        if (content.Certificates.All(certificate => Validity.Complaint(certificate, now) is not null))
            throw file.Refuse($"the certificate {content.Certificates[0].Subject} {Validity.Complaint(content.Certificates[0], now)}");
        // A private key that was stored by mistake is of no use here.
        return new TrustStore([.. content.Certificates.Select(certificate => X509CertificateLoader.LoadCertificate(certificate.RawData))]);
    }
}
