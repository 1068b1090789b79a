using System.CommandLine;
using System.Net;

namespace Toolbox.Cli.Servers;

/// <summary>How a process outside of Kubernetes reaches Flink; all that ask Flink have these options.</summary>
sealed class FlinkOptions
{
    readonly Option<string?> _hostname;
    readonly Option<int?> _portForward = new("--port-forward") { Description = "Port that is forwarded to the JobManager, on --flink-hostname or this machine." };

    /// <param name="hostname">What the host is for.</param>
    public FlinkOptions(string hostname)
    {
        _hostname = new Option<string?>("--flink-hostname") { Description = hostname };
        _portForward.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } port && (port < 1 || port > IPEndPoint.MaxPort))
                result.AddError($"--port-forward {port}: a number from 1 to {IPEndPoint.MaxPort} is needed");
        });
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_hostname);
        command.Options.Add(_portForward);
    }

    public string? Hostname(ParseResult parsed) => parsed.GetValue(_hostname);

    public int? PortForward(ParseResult parsed) => parsed.GetValue(_portForward);
}
