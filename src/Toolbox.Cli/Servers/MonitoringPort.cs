using System.CommandLine;

namespace Toolbox.Cli.Servers;

/// <summary>The option <c>--monitoring-port</c>.</summary>
static class MonitoringPort
{
    public static Option<int> Create() => new("--monitoring-port") { Description = "Port of /livez, /readyz, /version and /metrics; 0 takes a free one.", DefaultValueFactory = _ => 8080 };
}
