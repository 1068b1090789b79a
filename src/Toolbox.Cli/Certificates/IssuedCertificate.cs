using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Cli.Certificates;

/// <summary>What an authority signed, with the key that it was signed for.</summary>
/// <param name="SigningRequest">The request as PEM, with which another authority can sign the same.</param>
sealed record IssuedCertificate(RSA Key, X509Certificate2 Certificate, string SigningRequest) : IDisposable
{
    public void Dispose()
    {
        Key.Dispose();
        Certificate.Dispose();
    }
}
