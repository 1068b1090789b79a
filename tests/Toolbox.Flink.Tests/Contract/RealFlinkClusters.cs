namespace Toolbox.Flink.Tests.Contract;

/// <summary>The real clusters of a test class: started together, each once, ended at the end.</summary>
public sealed class RealFlinkClusters : IAsyncLifetime
{
    readonly Dictionary<string, Task<RealTarget>> targets = [];

    public Task InitializeAsync()
    {
        if (RealFlink.Missing is null)
            foreach (var home in RealFlink.Homes) targets[home] = RealTarget.StartAsync(home);
        return Task.CompletedTask;
    }

    internal Task<RealTarget> For(string home) => targets[home];

    public async Task DisposeAsync()
    {
        foreach (var target in targets.Values)
            if (await Task.WhenAny(target) is { IsCompletedSuccessfully: true } started) await (await started).DisposeAsync();
    }
}
