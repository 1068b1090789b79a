using System.CommandLine;
using System.Net;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Stores;
using Toolbox.Api.Security.Tls;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client.Connections;

/// <summary>The options with which every client command finds the operator.</summary>
static class OperatorOptions
{
    /// <summary>Name of the environment variable with the namespace where none is named.</summary>
    const string NamespaceVariable = "FLINKCTL_NAMESPACE";

    static readonly Option<string> Host = new("--host") { Description = "Host of the operator.", HelpName = "host", DefaultValueFactory = _ => "localhost" };
    static readonly Option<int> Port = Choices.Number("--port", "Port of the operator.", 1, IPEndPoint.MaxPort, 4444);
    static readonly Option<string?> Keystore = Text("--keystore-path", "Key store with the certificate of this client, PEM or PKCS#12; with it or a trust store the connection is HTTPS.", "file");
    static readonly Option<string?> KeystoreSecret = Text("--keystore-secret", "Password of the key store.", "password");
    static readonly Option<string?> Truststore = Text("--truststore-path", "Trust store with the authority of the operator; without it those of this machine are trusted.", "file");
    static readonly Option<string?> TruststoreSecret = Text("--truststore-secret", "Password of the trust store.", "password");
    static readonly Option<string?> TokenFile = Text("--token-file", $"File with a bearer token of Kubernetes; without it {ClientToken.Variable} of the environment is used.", "file");
    static readonly Option<string?> Namespace = NamespaceOption();

    public static void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Host, Port, Namespace, Keystore, KeystoreSecret, Truststore, TruststoreSecret, TokenFile]) command.Options.Add(option);
    }

    /// <exception cref="RefusalException">An option names no host, or a file that cannot be used.</exception>
    public static OperatorConnection Read(ParseResult parsed)
    {
        var tls = Tls(parsed);
        var (host, port) = (parsed.GetValue(Host)!, parsed.GetValue(Port));
        try
        {
            var address = new UriBuilder(tls is null ? "http" : "https", host, port).Uri;
            return new OperatorConnection(address, tls, ClientToken.Read(parsed.GetValue(TokenFile), address), NamespaceOf(parsed));
        }
        catch (UriFormatException error)
        {
            throw new RefusalException($"--host {host}: the name or address of a host is needed, without scheme and port", error);
        }
    }

    static string? NamespaceOf(ParseResult parsed) =>
        parsed.GetValue(Namespace) ?? (Environment.GetEnvironmentVariable(NamespaceVariable) is { Length: > 0 } named ? named : null);

    static Option<string?> NamespaceOption()
    {
        var option = new Option<string?>("--namespace", "-n")
        {
            Description = $"Namespace that the operator must serve; without it {NamespaceVariable} of the environment, or whichever it serves.", HelpName = "name",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError("--namespace is empty: the name of a namespace is needed");
        });
        return option;
    }

    static ClientTls? Tls(ParseResult parsed)
    {
        var files = TlsFiles.Of(parsed.GetValue(Keystore), parsed.GetValue(KeystoreSecret), parsed.GetValue(Truststore), parsed.GetValue(TruststoreSecret));
        try
        {
            return files.IsOn ? ClientTls.Load(files, TimeProvider.System) : null;
        }
        catch (StoreException error)
        {
            throw new RefusalException(error.Message, error);
        }
    }

    static Option<string?> Text(string name, string description, string word) => new(name) { Description = description, HelpName = word };
}
