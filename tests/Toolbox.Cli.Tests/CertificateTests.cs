using System.Diagnostics;
using System.Security.Cryptography;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Stores;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>The files of <c>flinkctl certificates create</c> serve our own server and clients, curl, openssl and keytool.</summary>
public sealed class CertificateTests : IDisposable
{
    static readonly string[] Names =
    [
        "openssl.cnf", "ca_key.pem", "ca_cert.pem", "ca_cert.srl", "keystore-operator-api.jks", "keystore-operator-cli.jks", "operator-api_key.pem",
        "operator-cli_key.pem", "operator-api_csr.pem", "operator-cli_csr.pem", "operator-api_cert.pem", "operator-cli_cert.pem",
        "truststore-operator-api.jks", "truststore-operator-cli.jks",
    ];

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_files_serve_both_sides_and_keep_what_is_private()
    {
        await Create();
        Assert.Equal(Names.Order(), Directory.GetFiles(_folder.Sub("secrets")).Select(Path.GetFileName).Order());
        var now = DateTimeOffset.UtcNow;
        var (api, cli) = (Keys("api"), Keys("cli"));
        var trust = TrustStore.Load(new StoreFile("truststore", File("truststore-operator-cli.jks"), "truststore-password"), now);
        Assert.Null(trust.Complaint(api.Certificate, TrustStore.ServerUsage, [], now));
        Assert.Null(trust.Complaint(cli.Certificate, TrustStore.ClientUsage, [], now));
        Assert.NotNull(trust.Complaint(cli.Certificate, TrustStore.ServerUsage, [], now));
        Assert.All(
            ["flink-operator", "flink-operator.flink-operator.svc.cluster.local", "localhost", "127.0.0.1", "::1", "operator.example.com"],
            (string name) => Assert.True(api.Certificate.MatchesHostname(name), name));
        Assert.InRange(api.Certificate.NotAfter, DateTime.Now.AddDays(364), DateTime.Now.AddDays(366));
        using var authority = RSA.Create();
        authority.ImportFromEncryptedPem(System.IO.File.ReadAllText(File("ca_key.pem")), "key-password");
        OnlyTheOwnerReads("ca_key.pem", "operator-api_key.pem", "operator-cli_key.pem", "keystore-operator-api.jks", "keystore-operator-cli.jks");
    }

    [ProgramFact("keytool")]
    public async Task Keytool_reads_the_stores()
    {
        await Create();
        var keys = await Run("keytool", "-list", "-keystore", File("keystore-operator-api.jks"), "-storepass", "keystore-password");
        Assert.Contains("selfsigned", keys);
        Assert.Contains("PrivateKeyEntry", keys);
        Assert.Contains("caroot", keys);
        Assert.Contains("trustedCertEntry", await Run("keytool", "-list", "-keystore", File("truststore-operator-api.jks"), "-storepass", "truststore-password"));
    }

    [ProgramFact("openssl")]
    public async Task Openssl_accepts_the_certificates_and_signs_more()
    {
        await Create();
        await Run("openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", File("ca_cert.pem"), File("operator-api_cert.pem"));
        await Run("openssl", "verify", "-x509_strict", "-purpose", "sslclient", "-CAfile", File("ca_cert.pem"), File("operator-cli_cert.pem"));
        await Run(
            "openssl", "x509", "-req", "-in", File("operator-cli_csr.pem"), "-CA", File("ca_cert.pem"), "-CAkey", File("ca_key.pem"), "-passin", "pass:key-password",
            "-CAserial", File("ca_cert.srl"), "-extfile", File("openssl.cnf"), "-extensions", "extend", "-days", "30", "-out", _folder.Sub("more.pem"));
        await Run("openssl", "verify", "-CAfile", File("ca_cert.pem"), _folder.Sub("more.pem"));
    }

    [Fact]
    public async Task The_script_makes_the_same_files_in_the_current_folder()
    {
        var info = new ProcessStartInfo(Path.Combine(Samples.Root(), "tools", "secrets.sh"), ["flink-operator", "key-password", "keystore-password", "truststore-password"])
        {
            WorkingDirectory = _folder.Path, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        info.Environment["FLINKCTL"] = Flinkctl.Path;
        Assert.Equal((0, ""), await Run(info));
        Assert.Equal(Names.Length, Directory.GetFiles(_folder.Sub("secrets")).Length);
        var (code, errors) = await Run(info);
        Assert.Equal(2, code);
        Assert.Contains("there is a folder 'secrets' already", errors);
        info.ArgumentList.RemoveAt(3);
        Assert.Equal((1, "Usage: secrets.sh <operator-host> <key-password> <keystore-password> <truststore-password>\n"), await Run(info));
    }

    [Theory]
    [InlineData("--keystore-password", "abc", "--keystore-password: at least 6 characters are needed; Java takes no shorter password")]
    [InlineData("--host", "http://operator", "--host http://operator: the name or address of a host is needed, without scheme and port")]
    [InlineData("--alternative-name", "a b", "--alternative-name a b: the name or address of a host is needed, without scheme and port")]
    [InlineData("--days", "0", "--days 0: 1 to 3650 are allowed")]
    [InlineData("--out", "/", "--out / exists already; nothing was written")]
    [InlineData("--out", "/proc/none/secrets", "--out /proc/none/secrets: ")]
    public async Task What_cannot_be_done_is_told_and_nothing_is_written(string option, string value, string message)
    {
        using var flinkctl = Flinkctl.Start(Arguments(option, value));
        Assert.Equal(2, await flinkctl.Exit());
        Assert.StartsWith($"flinkctl: {message}", flinkctl.Errors);
        Assert.DoesNotContain("\n", flinkctl.Errors);
        Assert.False(Directory.Exists(_folder.Sub("secrets")));
    }

    async Task Create()
    {
        using var flinkctl = Flinkctl.Start([.. Arguments("--days", "365"), "--alternative-name", "operator.example.com"]);
        Assert.True(await flinkctl.Exit() == 0, flinkctl.Errors);
    }

    string[] Arguments(string option, string value)
    {
        var options = new Dictionary<string, string>
        {
            ["--host"] = "flink-operator", ["--key-password"] = "key-password", ["--keystore-password"] = "keystore-password",
            ["--truststore-password"] = "truststore-password", ["--out"] = _folder.Sub("secrets"), [option] = value,
        };
        return ["certificates", "create", .. options.SelectMany(pair => new[] { pair.Key, pair.Value })];
    }

    string File(string name) => Path.Combine(_folder.Sub("secrets"), name);

    KeyStore Keys(string side) => KeyStore.Load(new StoreFile("keystore", File($"keystore-operator-{side}.jks"), "keystore-password"), DateTimeOffset.UtcNow);

    void OnlyTheOwnerReads(params string[] names)
    {
        foreach (var name in names)
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File(name)));
    }

    static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool} ends with {process.ExitCode}: {await output}{await errors}");
        return await output;
    }

    static async Task<(int Code, string Errors)> Run(ProcessStartInfo info)
    {
        using var process = Process.Start(info)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, await errors);
    }
}
