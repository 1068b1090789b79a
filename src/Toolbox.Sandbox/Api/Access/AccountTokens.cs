using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>JSON web tokens of service accounts, signed by this server's own key (ES256).</summary>
sealed class AccountTokens : IDisposable
{
    public const string Issuer = "https://kubernetes.default.svc";

    static readonly string Header = Base64Url.EncodeToString("""{"alg":"ES256","kid":"toolbox-sandbox"}"""u8);

    readonly ECDsa _key = ECDsa.Create();
    readonly Lock _gate = new();
    readonly TimeProvider _clock;

    /// <param name="keyPem">The private key; tokens that it signed in an earlier run are valid.</param>
    /// <exception cref="ArgumentException">The text holds no key.</exception>
    /// <exception cref="CryptographicException">The text holds another kind of key.</exception>
    public AccountTokens(string keyPem, TimeProvider clock)
    {
        _clock = clock;
        _key.ImportFromPem(keyPem);
    }

    public string Sign(JsonObject claims)
    {
        var text = $"{Header}.{Base64Url.EncodeToString(JsonText.Write(claims))}";
        lock (_gate) return $"{text}.{Base64Url.EncodeToString(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    /// <summary>The claims of a token of this server that is valid now; null for every other text.</summary>
    public JsonObject? Read(string token)
    {
        if (token.Split('.') is not [var header, var body, var signature] || header != Header) return null;
        try
        {
            var signed = Encoding.UTF8.GetBytes($"{header}.{body}");
            lock (_gate)
            {
                if (!_key.VerifyData(signed, Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256)) return null;
            }
            var claims = JsonNode.Parse(Base64Url.DecodeFromChars(body)) as JsonObject;
            var now = _clock.GetUtcNow().ToUnixTimeSeconds();
            return claims?.NumberAt("exp") > now && claims.NumberAt("nbf") <= now && claims.TextAt("iss") == Issuer ? claims : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _key.Dispose();
}
