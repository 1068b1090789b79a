using System.CommandLine;
using System.Net;
using Toolbox.Api.Rest;
using Toolbox.Api.Rest.FlinkReads;
using Toolbox.Api.Security.Tls;
using Toolbox.Api.Security.Tokens;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Operator;

namespace Toolbox.Cli.Servers;

/// <summary>The REST API of an operator: its options, and its start from the operator's caches.</summary>
sealed class RestServing
{
    const string Token = "token";

    readonly Option<int> _port = new("--port", "--server-port") { Description = "Port of the REST API; 0 takes a free one.", DefaultValueFactory = _ => 4444 };
    readonly FlinkOptions _flink = new("Host of Flink's node ports, for an operator outside of Kubernetes; without it the REST API asks the JobManager pods.");
    readonly Option<string[]> _hosts = new("--allowed-hosts") { Description = "Name that the Host header may have besides addresses, localhost and names of the cluster, on --port and --monitoring-port; others are answered with 421. May be repeated.", DefaultValueFactory = _ => [] };

    readonly StoreOptions _stores = new();
    readonly Option<string> _authentication = Authentication();

    public void AddTo(Command command)
    {
        _port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var port && (port < 0 || port > IPEndPoint.MaxPort))
                result.AddError($"--port {port}: a number from 0 to {IPEndPoint.MaxPort} is needed");
        });
        command.Options.Add(_port);
        _flink.AddTo(command);
        command.Options.Add(_hosts);
        _stores.AddTo(command);
        command.Options.Add(_authentication);
    }

    public IReadOnlyList<string> AllowedHosts(ParseResult parsed) => parsed.GetValue(_hosts)!;

    /// <param name="isReadOnly">Questions are answered, changes refused.</param>
    public StandbyServer Of(ParseResult parsed, KubernetesApiClient client, OperatorWorld world, ProcessMetrics metrics, bool isReadOnly)
    {
        var options = new RestOptions(ServerEnvironment.ListenAddress, parsed.GetValue(_port), ServerEnvironment.Version)
        {
            IsReadOnly = isReadOnly,
            AllowedHosts = AllowedHosts(parsed),
            Access = parsed.GetValue(_authentication) == Token ? new TokenAccess(client, TimeProvider.System) : null,
        };
        var served = new RestWorld(client, world.Namespace, world.Deployments, world.Clusters, world.Jobs, world.JobManagerPods, TimeProvider.System)
        {
            Flink = new FlinkAccessOptions { Hostname = _flink.Hostname(parsed), PortForward = _flink.PortForward(parsed) },
        };
        var files = _stores.Read(parsed);
        return new StandbyServer(
            async (log, cancellation) =>
            {
                var tls = files.IsOn ? ServerTls.Open(files, TimeProvider.System, line => log.Information("{Line}", line)) : null;
                if (tls is not null) metrics.CertificateEnds(() => tls.NotAfter);
                else if (options.Access is null) log.Information("The REST API is plain HTTP and open to everybody who reaches it: --keystore-path and --truststore-path protect it");
                var server = await RestServer.StartAsync(options with { Tls = tls }, served, error => log.Error(error, "A request of the REST API failed"), cancellation);
                log.Information("The REST API listens on {Url}", server.Url);
                return server;
            },
            () => served.IsReady);
    }

    static Option<string> Authentication()
    {
        var option = new Option<string>("--authentication")
        {
            Description = "none, or token: every request needs a bearer token of Kubernetes, and its roles decide (TokenReview, SubjectAccessReview).",
            DefaultValueFactory = _ => "none",
        };
        option.AcceptOnlyFromAmong("none", Token);
        return option;
    }
}
