using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>An operator whose certificates cannot be used says why and ends; it does not serve without them.</summary>
public sealed class ServerTlsOptionTests : IDisposable
{
    const string Password = "a-Secret-of-stores";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_keystore_is_named() =>
        Assert.Contains($"--keystore-path {_folder.Sub("none.jks")}: the file does not exist", await Ending(null, "--keystore-path", _folder.Sub("none.jks")));

    [Fact]
    public async Task Stores_of_a_container_s_volume_are_found_in_the_folder_that_the_node_names()
    {
        // Where the sandbox puts what the chart mounts.
        var store = _folder.Write("keystore.jks", "nonsense");
        var said = await Ending(null, new Dictionary<string, string?> { ["FLINKCTL_ROOT"] = Path.GetDirectoryName(store) }, "--keystore-path", "/keystore.jks");
        Assert.Contains($"--keystore-path {store}: ", said);
        Assert.DoesNotContain("does not exist", said);
    }

    [Fact]
    public async Task A_truststore_needs_a_keystore_beside_it() =>
        Assert.Contains("--truststore-path needs --keystore-path", await Ending(null, "--truststore-path", _folder.Sub("trust.jks")));

    [Fact]
    public async Task A_wrong_password_is_told_but_not_shown_whether_given_as_option_or_by_the_environment()
    {
        using var create = Flinkctl.Start(
            "certificates", "create", "--host", "localhost", "--key-password", "key-password", "--keystore-password", "right-password",
            "--truststore-password", "right-password", "--out", _folder.Sub("secrets"));
        Assert.Equal(0, await create.Exit());
        var store = _folder.Sub("secrets/keystore-operator-api.jks");
        foreach (var said in new[] { await Ending(null, "--keystore-path", store, "--keystore-secret", Password), await Ending(Password, "--keystore-path", store) })
            Assert.Contains($"--keystore-path {store}: the password of --keystore-secret is wrong", said);
    }

    Task<string> Ending(string? secret, params string[] arguments) => Ending(secret, new Dictionary<string, string?>(), arguments);

    async Task<string> Ending(string? secret, Dictionary<string, string?> more, params string[] arguments)
    {
        // Nobody listens there; the stores are read before anybody is asked.
        var kubeconfig = _folder.Write("kubeconfig", """
            apiVersion: v1
            kind: Config
            current-context: a
            contexts:
            - name: a
              context:
                cluster: a
                user: a
            clusters:
            - name: a
              cluster:
                server: http://127.0.0.1:1
            users:
            - name: a
              user:
                token: none
            """);
        var variables = new Dictionary<string, string?>(more) { ["KEYSTORE_SECRET"] = secret, ["FLINKCTL_LISTEN_ADDRESS"] = "127.0.0.1" };
        using var flinkctl = Flinkctl.Start(variables, ["operator", "run", "--kubeconfig", kubeconfig, "--port", "0", "--monitoring-port", "0", .. arguments]);
        Assert.Equal(2, await flinkctl.Exit());
        Assert.DoesNotContain(Password, flinkctl.Output + flinkctl.Errors);
        return flinkctl.Output + flinkctl.Errors;
    }
}
