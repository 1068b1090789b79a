using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Cli.Certificates;

/// <summary>PKCS#12 as keytool writes and reads it: entries have names, and authorities are marked as trusted.</summary>
static class JavaStore
{
    const string FriendlyName = "1.2.840.113549.1.9.20";
    const string AnyUsage = "2.5.29.37.0";

    // Oracle's mark of a trusted entry; keytool does not see certificates without it.
    const string TrustedKeyUsage = "2.16.840.1.113894.746875.1.1";
    const int Iterations = 10_000;

    static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations);

    /// <summary>A key with its certificate, and the authority that signed it.</summary>
    public static byte[] Keys(IssuedCertificate issued, X509Certificate2 authority, string password)
    {
        var identity = new Pkcs9LocalKeyId([1]);
        var certificates = new Pkcs12SafeContents();
        Name(certificates.AddCertificate(issued.Certificate), "selfsigned").Attributes.Add(identity);
        Trust(certificates.AddCertificate(authority));
        var keys = new Pkcs12SafeContents();
        Name(keys.AddShroudedKey(issued.Key, password, Encryption), "selfsigned").Attributes.Add(identity);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(keys);
        return Sealed(builder, certificates, password);
    }

    /// <summary>Only the authority.</summary>
    public static byte[] Authorities(X509Certificate2 authority, string password)
    {
        var certificates = new Pkcs12SafeContents();
        Trust(certificates.AddCertificate(authority));
        return Sealed(new Pkcs12Builder(), certificates, password);
    }

    static byte[] Sealed(Pkcs12Builder builder, Pkcs12SafeContents certificates, string password)
    {
        builder.AddSafeContentsEncrypted(certificates, password, Encryption);
        builder.SealWithMac(password, HashAlgorithmName.SHA256, Iterations);
        return builder.Encode();
    }

    static void Trust(Pkcs12SafeBag bag)
    {
        var usage = new AsnWriter(AsnEncodingRules.DER);
        usage.WriteObjectIdentifier(AnyUsage);
        Name(bag, "CARoot").Attributes.Add(new AsnEncodedData(new Oid(TrustedKeyUsage), usage.Encode()));
    }

    static Pkcs12SafeBag Name(Pkcs12SafeBag bag, string name)
    {
        var text = new AsnWriter(AsnEncodingRules.DER);
        text.WriteCharacterString(UniversalTagNumber.BMPString, name);
        bag.Attributes.Add(new AsnEncodedData(new Oid(FriendlyName), text.Encode()));
        return bag;
    }
}
