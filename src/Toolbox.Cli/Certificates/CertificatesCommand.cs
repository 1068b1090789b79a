using System.CommandLine;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Certificates;

/// <summary><c>flinkctl certificates create</c>: all files that HTTPS with client certificates needs.</summary>
static class CertificatesCommand
{
    // Java's keytool neither reads nor writes stores with a shorter password.
    const int ShortestPassword = 6;

    static readonly Option<string> Host = new("--host") { Description = "Name of the operator's Service, or any name or address that clients use.", HelpName = "host", Required = true };
    static readonly Option<string> KeyPassword = Password("--key-password", "Password of the authority's private key.");
    static readonly Option<string> KeystorePassword = Password("--keystore-password", "Password of the key stores.");
    static readonly Option<string> TruststorePassword = Password("--truststore-password", "Password of the trust stores.");
    static readonly Option<DirectoryInfo> Out = new("--out") { Description = "Folder to create.", HelpName = "folder", DefaultValueFactory = _ => new DirectoryInfo("secrets") };
    static readonly Option<string> Namespace = new("--namespace") { Description = "Namespace of the operator's Service.", HelpName = "namespace", DefaultValueFactory = _ => "flink-operator" };
    static readonly Option<string[]> Names = new("--alternative-name") { Description = "Another name or address of the operator; may be repeated.", HelpName = "name", DefaultValueFactory = _ => [] };
    static readonly Option<int> Days = new("--days") { Description = "Days that the certificates are valid, 1 to 3650.", HelpName = "number", DefaultValueFactory = _ => 365 };

    public static Command Create()
    {
        var create = new ExampleCommand("create", "Create an authority, and keys, certificates and stores of operator and clients.")
        {
            Examples = ["flinkctl certificates create --host flink-operator --key-password KEYPASS --keystore-password KEYSTOREPASS --truststore-password TRUSTSTOREPASS"],
        };
        foreach (var option in (Option[])[Host, KeyPassword, KeystorePassword, TruststorePassword, Out, Namespace, Names, Days]) create.Options.Add(option);
        create.SetAction((parsed, _) => Refusals.Guard(() => Task.FromResult(Run(parsed))));
        return new Command("certificates", "Certificates for HTTPS between clients and operator.") { create };
    }

    static int Run(ParseResult parsed)
    {
        foreach (var option in new[] { KeyPassword, KeystorePassword, TruststorePassword })
            if (parsed.GetValue(option)!.Length < ShortestPassword) throw new RefusalException($"{option.Name}: at least {ShortestPassword} characters are needed; Java takes no shorter password");
        var days = parsed.GetValue(Days);
        if (days is < 1 or > CertificateAuthority.Days) throw new RefusalException($"--days {days}: 1 to {CertificateAuthority.Days} are allowed");
        var host = parsed.GetValue(Host)!;
        var names = AlternativeNames.Of(host, parsed.GetValue(Namespace)!, parsed.GetValue(Names)!);
        var passwords = new StorePasswords(parsed.GetValue(KeyPassword)!, parsed.GetValue(KeystorePassword)!, parsed.GetValue(TruststorePassword)!);
        var folder = parsed.GetValue(Out)!;
        using var authority = new CertificateAuthority(DateTimeOffset.UtcNow);
        CertificateFolder.Write(folder.FullName, authority, host, names, days, passwords);
        Console.Out.WriteLine($"{folder}: certificates of {host}, valid for {days} days");
        return ExitCodes.Done;
    }

    static Option<string> Password(string name, string description) => new(name) { Description = description, HelpName = "password", Required = true };
}
