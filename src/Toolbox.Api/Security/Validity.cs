using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Api.Security;

/// <summary>The time in which a certificate is valid.</summary>
static class Validity
{
    /// <summary>What is wrong, as the end of a sentence; null when the certificate is valid.</summary>
    public static string? Complaint(X509Certificate2 certificate, DateTimeOffset now) =>
        now > certificate.NotAfter ? $"expired at {Text(certificate.NotAfter)}"
        : now < certificate.NotBefore ? $"is not valid before {Text(certificate.NotBefore)}"
        : null;

    static string Text(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
