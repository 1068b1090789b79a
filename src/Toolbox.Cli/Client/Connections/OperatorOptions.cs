using System.CommandLine;
using System.Net;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client.Connections;

/// <summary>The options with which every client command finds the operator.</summary>
static class OperatorOptions
{
    static readonly Option<string> Host = new("--host") { Description = "Host of the operator.", HelpName = "host", DefaultValueFactory = _ => "localhost" };
    static readonly Option<int> Port = Choices.Number("--port", "Port of the operator.", 1, IPEndPoint.MaxPort, 4444);
    static readonly Option<string?> Keystore = Text("--keystore-path", "Keystore with the certificate of this client.", "file");
    static readonly Option<string?> KeystoreSecret = Text("--keystore-secret", "Password of the keystore.", "password");
    static readonly Option<string?> Truststore = Text("--truststore-path", "Truststore with the authority of the operator; with it the connection is HTTPS.", "file");
    static readonly Option<string?> TruststoreSecret = Text("--truststore-secret", "Password of the truststore.", "password");

    public static void AddTo(Command command)
    {
        foreach (Option option in (Option[])[Host, Port, Keystore, KeystoreSecret, Truststore, TruststoreSecret]) command.Options.Add(option);
    }

    /// <exception cref="RefusalException">The options contradict each other.</exception>
    public static OperatorConnection Read(ParseResult parsed)
    {
        var tls = Tls(parsed);
        var (host, port) = (parsed.GetValue(Host)!, parsed.GetValue(Port));
        try
        {
            return new OperatorConnection(new UriBuilder(tls is null ? "http" : "https", host, port).Uri, tls);
        }
        catch (UriFormatException error)
        {
            throw new RefusalException($"--host {host}: the name or address of a host is needed, without scheme and port", error);
        }
    }

    static OperatorTls? Tls(ParseResult parsed)
    {
        var (keystore, truststore) = (parsed.GetValue(Keystore), parsed.GetValue(Truststore));
        if (truststore is not null) return new OperatorTls(truststore, parsed.GetValue(TruststoreSecret) ?? "", keystore, parsed.GetValue(KeystoreSecret) ?? "");
        // The older toolbox fell back to plain HTTP here and told nobody.
        return keystore is null ? null : throw new RefusalException("--keystore-path needs --truststore-path: without it nobody can tell who the operator is");
    }

    static Option<string?> Text(string name, string description, string word) => new(name) { Description = description, HelpName = word };
}
