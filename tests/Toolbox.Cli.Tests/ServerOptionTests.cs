using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>Server processes understand what charts, Deployments and command lines of the older toolbox pass, with the same defaults.</summary>
public sealed class ServerOptionTests : IDisposable
{
    const string Stores = "--keystore-path keystore.jks --keystore-secret a --truststore-path truststore.jks --truststore-secret b";
    const string Flink = "--flink-hostname localhost --port-forward 8081";
    const string Job = "--cluster-name cluster-1 --job-name job-1 --jar-path /flink-jobs.jar --class-name com.example.Job";

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("operator run --namespace flink-jobs --port 4444 --task-timeout 120 --polling-interval 10 --dry-run")]
    [InlineData($"operator run --namespace=flink-jobs --server-port=4444 {Flink} {Stores}")]
    [InlineData($"supervisor run --namespace flink-jobs --cluster-name cluster-1 --port 4445 --task-timeout 300 --polling-interval 10 --dry-run {Flink} {Stores}")]
    [InlineData("supervisor run --namespace=flink-jobs --cluster-name=cluster-1 --task-timeout=180 --polling-interval=5")]
    [InlineData($"bootstrap run --namespace flink-jobs {Job} --parallelism 2 --savepoint-path file:///savepoints/1 --argument --a --argument b {Flink}")]
    public async Task Old_command_lines_are_read_to_their_end(string line)
    {
        // The missing kubeconfig is what comes next.
        using var flinkctl = Flinkctl.Start([.. line.Split(' '), "--kube-config", _folder.Sub("kubeconfig")]);
        Assert.Equal(2, await flinkctl.Exit());
        Assert.StartsWith("flinkctl: ", Assert.Single(flinkctl.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.Contains(_folder.Sub("kubeconfig"), flinkctl.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operator run", 4444, 8080)]
    [InlineData("supervisor run --cluster-name c", 4445, 8080)]
    public void Ports_have_the_old_defaults(string line, int port, int monitoring)
    {
        var parsed = CommandTree.Create().Parse(line);
        Assert.Equal((port, monitoring, "default", false), (parsed.GetValue<int>("--port"), parsed.GetValue<int>("--monitoring-port"), parsed.GetValue<string>("--namespace"), parsed.GetValue<bool>("--dry-run")));
    }

    [Fact]
    public void Bootstrap_has_the_old_defaults()
    {
        var parsed = CommandTree.Create().Parse($"bootstrap run {Job}");
        Assert.Equal((1, "", "default", false), (parsed.GetValue<int>("--parallelism"), parsed.GetValue<string>("--savepoint-path"), parsed.GetValue<string>("--namespace"), parsed.GetValue<bool>("--dry-run")));
        Assert.Empty(parsed.GetValue<string[]>("--argument")!);
    }

    [Fact]
    public async Task A_bootstrap_in_dry_run_does_nothing()
    {
        using var flinkctl = Flinkctl.Start([.. $"bootstrap run {Job} --dry-run --kube-config {_folder.Sub("kubeconfig")}".Split(' ')]);
        Assert.Equal((0, "", ""), (await flinkctl.Exit(), flinkctl.Output, flinkctl.Errors));
    }

    [Theory]
    [InlineData("there.jar", 1)]
    [InlineData("none.jar", 3)]
    public async Task A_bootstrap_ends_with_1_when_another_try_may_help_and_with_3_when_none_can(string jar, int code)
    {
        _folder.Write("there.jar", "");
        var kubeconfig = _folder.Write("kubeconfig", Kubeconfigs.At(1));
        using var flinkctl = Flinkctl.Start([.. $"{Job.Replace("/flink-jobs.jar", _folder.Sub(jar))} --kube-config {kubeconfig}".Split(' ').Prepend("run").Prepend("bootstrap")]);
        Assert.True(await flinkctl.Exit() == code, flinkctl.Output + flinkctl.Errors);
    }

    [Theory]
    [InlineData("operator run --port-forward 0", "--port-forward 0: a number from 1 to 65535 is needed")]
    [InlineData("supervisor run --cluster-name c --port-forward 70000", "--port-forward 70000: a number from 1 to 65535 is needed")]
    [InlineData("supervisor run", "option '--cluster-name' is required")]
    [InlineData("bootstrap run --cluster-name c --job-name j --class-name x", "option '--jar-path' is required")]
    [InlineData("operator run --foo", "unrecognized command or argument '--foo'")]
    [InlineData("operator run --authentication maybe", "'maybe' not recognized")]
    [InlineData("graph cluster --format bmp", "'bmp' not recognized")]
    [InlineData("sandbox --port 70000", "--port 70000")]
    [InlineData("certificates create --host a", "option '--key-password' is required")]
    public async Task What_is_missing_or_wrong_ends_with_2_and_one_line(string line, string words)
    {
        var invocation = await Client.Invocation.Run(line.Split(' '));
        Assert.Equal((2, ""), (invocation.Code, invocation.Output));
        Assert.StartsWith("flinkctl: ", invocation.Line, StringComparison.Ordinal);
        Assert.Contains(words, invocation.Line, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_listen_address_that_is_none_does_not_open_all_interfaces()
    {
        var kubeconfig = _folder.Write("kubeconfig", Kubeconfigs.At(1));
        using var flinkctl = Flinkctl.Start(new Dictionary<string, string?> { ["FLINKCTL_LISTEN_ADDRESS"] = "127.0.0.1x" }, "operator", "run", "--kube-config", kubeconfig);
        Assert.Equal((2, "flinkctl: FLINKCTL_LISTEN_ADDRESS: '127.0.0.1x' is not an IP address"), (await flinkctl.Exit(), flinkctl.Errors));
    }

    public void Dispose() => _folder.Dispose();
}
