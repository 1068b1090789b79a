using System.Net;

namespace Toolbox.Cli.Servers;

/// <summary>What the environment tells a server process.</summary>
static class ServerEnvironment
{
    /// <summary>Address that servers listen on; unset means all interfaces, as containers expect.</summary>
    public const string ListenVariable = "FLINKCTL_LISTEN_ADDRESS";

    /// <exception cref="RefusalException">It is no address. Who meant this machine alone must not listen on all interfaces.</exception>
    public static IPAddress ListenAddress => Environment.GetEnvironmentVariable(ListenVariable) is not { Length: > 0 } text ? IPAddress.Any
        : IPAddress.TryParse(text, out var address) ? address
        : throw new RefusalException($"{ListenVariable}: '{text}' is not an IP address");

    /// <summary>Names this process among its replicas: the pod, whose container may restart and take its lease up again.</summary>
    public static string Identity(string role) =>
        Environment.GetEnvironmentVariable("POD_NAME") is { Length: > 0 } pod ? pod : $"{role}-{Environment.MachineName}-{Environment.ProcessId}";

    public static string Version { get; } = typeof(ServerEnvironment).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
