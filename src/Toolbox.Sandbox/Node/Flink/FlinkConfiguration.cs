using System.Collections.Immutable;
using System.Net;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>
/// Computes the configuration of one real Flink process that runs without a container: on its own loopback address, with little memory, and with
/// its own name service. What the pod says in <c>FLINK_PROPERTIES</c> wins over what the distribution says, addresses excepted.
/// </summary>
public static class FlinkConfiguration
{
    /// <summary>Positive and negative answers of the name service may change any moment: one second of memory is enough.</summary>
    const string NameMemory = "-Dsun.net.inetaddr.ttl=1 -Dsun.net.inetaddr.negative.ttl=1";

    /// <param name="home">The Flink distribution.</param>
    /// <param name="distribution">Its configuration.</param>
    /// <param name="folder">The folder of this process: hosts file, temporary files.</param>
    public static ImmutableSortedDictionary<string, string> Of(
        FlinkHome home, IReadOnlyDictionary<string, string> distribution, IReadOnlyDictionary<string, string> variables, IPAddress address, string folder)
    {
        var own = address.ToString();
        var properties = FlinkProperties.Parse(variables.GetValueOrDefault("FLINK_PROPERTIES"));
        var result = distribution.ToImmutableSortedDictionary(StringComparer.Ordinal)
            .SetItem("jobmanager.memory.process.size", "900m")
            .SetItem("taskmanager.memory.process.size", "1000m")
            .SetItem("taskmanager.numberOfTaskSlots", variables.GetValueOrDefault("TASK_MANAGER_NUMBER_OF_TASK_SLOTS") ?? "1")
            .SetItem("state.savepoints.dir", "file://" + Path.Combine(folder, "savepoints"))
            .SetItem("state.checkpoints.dir", "file://" + Path.Combine(folder, "checkpoints"))
            .SetItem("blob.server.port", "6124")
            .SetItem("jobmanager.rpc.port", "6123")
            .RemoveRange(HeapVariables.Overruled(home, variables));
        result = WithoutOtherSpellings(result, properties).SetItems(properties);
        var options = string.Join(' ', new[] { result.GetValueOrDefault(JavaOptions), $"-Djdk.net.hosts.file={HostsFile(folder)}", NameMemory }.Where(text => text is not null));
        return result
            .SetItem(JavaOptions, options)
            .SetItem("jobmanager.rpc.address", variables.GetValueOrDefault("JOB_MANAGER_RPC_ADDRESS") ?? own)
            .SetItem("jobmanager.bind-host", own)
            .SetItem("taskmanager.bind-host", own)
            .SetItem("taskmanager.host", own)
            .SetItem("rest.address", own)
            .SetItem("rest.bind-address", own)
            .SetItem("io.tmp.dirs", Path.Combine(folder, "tmp"))
            .SetItem("web.tmpdir", Path.Combine(folder, "tmp"))
            .SetItem("web.upload.dir", Path.Combine(folder, "upload"));
    }

    public static string HostsFile(string folder) => Path.Combine(folder, "hosts");

    /// <summary>One flat line for each key; text in quotes, so that no value is taken for something else.</summary>
    public static string Render(IReadOnlyDictionary<string, string> configuration, bool quoted) =>
        string.Concat(configuration.Select(pair => quoted ? $"{pair.Key}: '{pair.Value.Replace("'", "''")}'\n" : $"{pair.Key}: {pair.Value}\n"));

    /// <summary>The file of the distribution that Flink reads, newest format first.</summary>
    public static string FileOf(FlinkHome home) =>
        File.Exists(Path.Combine(home.Folder, "conf", "config.yaml")) ? "config.yaml" : "flink-conf.yaml";

    const string JavaOptions = "env.java.opts.all";

    /// <summary>Flink 2 renamed the folders' keys; whichever a user sets, the default of the other must not win.</summary>
    static ImmutableSortedDictionary<string, string> WithoutOtherSpellings(
        ImmutableSortedDictionary<string, string> defaults, ImmutableSortedDictionary<string, string> properties)
    {
        if (properties.ContainsKey("execution.checkpointing.savepoint-dir"))
            defaults = defaults.Remove("state.savepoints.dir");
        return properties.ContainsKey("execution.checkpointing.dir") ? defaults.Remove("state.checkpoints.dir") : defaults;
    }
}
