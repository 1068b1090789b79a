using System.CommandLine;
using Toolbox.Api.Security;

namespace Toolbox.Cli.Servers;

/// <summary>The four options that turn on HTTPS. Passwords may also come from the environment, where the list of processes does not show them.</summary>
sealed class StoreOptions
{
    /// <summary>Environment variable with the password of the key store, as the chart sets it.</summary>
    public const string KeystoreVariable = "KEYSTORE_SECRET";

    /// <summary>Environment variable with the password of the trust store.</summary>
    public const string TruststoreVariable = "TRUSTSTORE_SECRET";

    readonly Option<string?> _keystore = new("--keystore-path") { Description = "Certificate and private key of the server, PEM or PKCS#12; turns on HTTPS.", HelpName = "file" };
    readonly Option<string?> _keystoreSecret = Secret("--keystore-secret", "keystore", KeystoreVariable);
    readonly Option<string?> _truststore = new("--truststore-path") { Description = "Authorities of clients, PEM or PKCS#12; with it every client needs a certificate of theirs.", HelpName = "file" };
    readonly Option<string?> _truststoreSecret = Secret("--truststore-secret", "truststore", TruststoreVariable);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_keystore, _keystoreSecret, _truststore, _truststoreSecret]) command.Options.Add(option);
    }

    public TlsFiles Read(ParseResult parsed) => TlsFiles.Of(
        Path(parsed, _keystore), Of(parsed, _keystoreSecret, KeystoreVariable), Path(parsed, _truststore), Of(parsed, _truststoreSecret, TruststoreVariable));

    static string? Path(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } path ? ContainerFile.Locate(path) : null;

    // Not a default of the option: help shows defaults.
    static string? Of(ParseResult parsed, Option<string?> option, string variable) => parsed.GetValue(option) ?? Environment.GetEnvironmentVariable(variable);

    static Option<string?> Secret(string name, string store, string variable) =>
        new(name) { Description = $"Password of the {store}; without it that of the environment variable {variable}.", HelpName = "password" };
}
