using System.Security.Cryptography;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security.Tls;

/// <summary>
/// The files of a server, read again when their content has changed. A mounted Secret changes by swapping a symbolic link, which leaves the
/// times of the files that we see alone; so the content is compared, once a second at most.
/// </summary>
sealed class ServerCertificates
{
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    readonly TlsFiles _files;
    readonly TimeProvider _clock;
    readonly Action<string> _tell;
    readonly Lock _lock = new();
    volatile ServerIdentity _current;
    byte[] _seen;
    string _complaint = "";
    long _lookedAt;

    ServerCertificates(TlsFiles files, TimeProvider clock, Action<string> tell)
    {
        (_files, _clock, _tell) = (files, clock, tell);
        var content = Content();
        (_current, _seen) = (Identity(content), content.Digest);
        _lookedAt = clock.GetTimestamp();
    }

    public ServerIdentity Current => _current;

    /// <exception cref="StoreException">A file is missing or cannot be used.</exception>
    public static ServerCertificates Load(TlsFiles files, TimeProvider clock, Action<string> tell)
    {
        if (files.KeyStore is null) throw new StoreException("--truststore-path needs --keystore-path beside it: a server without certificate cannot speak HTTPS");
        return new ServerCertificates(files, clock, tell);
    }

    /// <summary>What the files hold now, or held when they could last be used.</summary>
    public ServerIdentity Newest()
    {
        // Who comes while another looks takes what is there.
        if (!_lock.TryEnter()) return _current;
        try
        {
            if (_clock.GetElapsedTime(_lookedAt) >= LookAgain) Look();
        }
        finally
        {
            _lock.Exit();
        }
        return _current;
    }

    void Look()
    {
        _lookedAt = _clock.GetTimestamp();
        try
        {
            var content = Content();
            if (!content.Digest.AsSpan().SequenceEqual(_seen)) TakeUp(Identity(content), content.Digest);
            _complaint = "";
        }
        catch (StoreException error)
        {
            if (_complaint != error.Message) _tell($"The certificates that were loaded before stay in use: {error.Message}");
            _complaint = error.Message;
        }
    }

    void TakeUp(ServerIdentity identity, byte[] digest)
    {
        (_current, _seen) = (identity, digest);
        var certificate = identity.Keys.Certificate;
        _tell($"The certificate {certificate.Subject} was taken up, valid until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm:ss'Z'}");
    }

    (byte[] Keys, byte[] Trust, byte[] Digest) Content()
    {
        var keys = StoreContent.Bytes(_files.KeyStore!);
        var trust = _files.TrustStore is { } file ? StoreContent.Bytes(file) : [];
        return (keys, trust, [.. SHA256.HashData(keys), .. SHA256.HashData(trust)]);
    }

    ServerIdentity Identity((byte[] Keys, byte[] Trust, byte[] Digest) content)
    {
        var now = _clock.GetUtcNow();
        var trust = _files.TrustStore is { } file ? TrustStore.Read(file, content.Trust, now) : null;
        return ServerIdentity.Of(KeyStore.Read(_files.KeyStore!, content.Keys, now), trust);
    }
}
