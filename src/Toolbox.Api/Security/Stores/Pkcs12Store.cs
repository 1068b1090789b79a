using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Api.Security.Stores;

/// <summary>PKCS#12, which keytool writes since Java 9 also under the name <c>.jks</c>.</summary>
static class Pkcs12Store
{
    // ERROR_INVALID_PASSWORD, which .NET reports on all systems.
    const int WrongPassword = unchecked((int)0x80070056);

    public static IReadOnlyList<X509Certificate2> Read(StoreFile file, byte[] bytes)
    {
        try
        {
            return [.. X509CertificateLoader.LoadPkcs12Collection(bytes, file.Password)];
        }
        catch (CryptographicException error) when (error.HResult == WrongPassword)
        {
            throw file.Refuse(file.Password is null ? $"the file needs a password: give {file.SecretOption}" : $"the password of {file.SecretOption} is wrong", error);
        }
        catch (CryptographicException error)
        {
            throw file.Refuse($"the file is no PKCS#12 that can be read: {error.Message}", error);
        }
    }
}
