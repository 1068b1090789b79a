using Toolbox.Sandbox;
using Toolbox.Sandbox.Node;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>A world whose Flink is a distribution's own processes and whose jobs are the sample jobs, compiled against it.</summary>
sealed class RealFlinkWorld(string home) : ScenarioWorld, IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("toolbox-scenarios-real-").FullName;

    public override TimeSpan Patience => TimeSpan.FromSeconds(300);

    /// <summary>Where the node keeps what pods write under a hostPath.</summary>
    public string OnDisk(string path) => new NodeFolders(Path.Combine(_folder, "data", "node")).Disk + path;

    public static async Task<RealFlinkWorld> OfVersion(string version)
    {
        var home = RealFlink.HomeOf(version);
        var world = new RealFlinkWorld(home);
        await Build("tools/build-sample-job", home, Path.Combine(world._folder, "image"));
        await Build("tools/build-local-s3", home, Path.Combine(world._folder, "local-s3"));
        await world.InitializeAsync();
        return world;
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        // Processes that were told to end may still remove files of theirs meanwhile.
        for (var tries = 1; Directory.Exists(_folder); tries++)
        {
            try
            {
                Directory.Delete(_folder, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Yield();
            }
        }
    }

    protected override SandboxOptions Configure(SandboxOptions options) => options with
    {
        DataDirectory = Path.Combine(_folder, "data"),
        FlinkHomes = [home],
        FlinkPlugins = [Path.Combine(_folder, "local-s3")],
        SampleJar = Path.Combine(_folder, "image", "flink-jobs.jar"),
    };

    static async Task Build(string script, string home, string folder)
    {
        var (code, output) = await RealFlink.Run(script, home, folder);
        Assert.True(code == 0, output);
    }
}
