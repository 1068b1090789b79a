namespace Toolbox.Sandbox.Node;

/// <summary>Where the node keeps what on disk.</summary>
/// <param name="Data">The node's data folder.</param>
public sealed record NodeFolders(string Data)
{
    public string Pods => Path.Combine(Data, "pods");

    /// <summary>Each PersistentVolumeClaim has a folder in here: namespace/name. It outlives pods.</summary>
    public string Claims => Path.Combine(Data, "claims");

    /// <summary>Stands for the node's disk: folders that hostPath volumes ask for lie in here. It outlives pods.</summary>
    public string Disk => Path.Combine(Data, "disk");

    /// <summary>What real Flink with the plugin of samples/local-s3 keeps instead of S3: bucket/key. It outlives pods.</summary>
    public string Buckets => Path.Combine(Disk, "s3");

    /// <summary>The savepoints and checkpoints of the simulated Flink.</summary>
    public string Storage => Path.Combine(Data, "simulated-flink");

    public string Pod(string uid) => Path.Combine(Pods, uid);

    public string Volume(string uid, string volume) => Path.Combine(Pod(uid), "volumes", volume);

    public string Container(string uid, string container) => Path.Combine(Pod(uid), container);

    public string Log(string uid, string container, int run) => Path.Combine(Container(uid, container), $"{run}.log");
}
