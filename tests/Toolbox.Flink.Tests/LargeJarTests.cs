using System.Net;
using Microsoft.Extensions.Time.Testing;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Flink.Tests;

/// <summary>A JAR of any size needs the same memory on both sides, and as much time as it needs. Nothing else runs meanwhile: the heap is measured.</summary>
[Collection(nameof(MeasuredMemory))]
public sealed class LargeJarTests
{
    const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_file_of_500_megabytes_passes_through_the_client_in_constant_memory()
    {
        await using var flink = await CountingFlink.StartAsync();
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions());
        var small = await UploadAsync(client, 5 * Megabyte);
        var large = await UploadAsync(client, 500 * Megabyte);
        Assert.Equal([5 * Megabyte, 500 * Megabyte], flink.Sizes);
        Assert.InRange(large.Heap, 0, small.Heap + 32 * Megabyte);
        // Pieces that were each allocated anew would come to the size of the file, however soon they are collected.
        Assert.InRange(large.Allocated, 0, 64 * Megabyte);
    }

    [Fact]
    public async Task The_simulated_flink_does_not_hold_a_jar_in_memory_either()
    {
        await using var flink = await StartAsync();
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions());
        var (heap, allocated) = await UploadAsync(client, 200 * Megabyte);
        Assert.InRange(heap, 0, GC.GetTotalMemory(forceFullCollection: true) + 64 * Megabyte);
        Assert.InRange(allocated, 0, 64 * Megabyte);
    }

    [Fact]
    public async Task An_upload_that_makes_progress_may_take_any_time()
    {
        await using var flink = await CountingFlink.StartAsync();
        var clock = new FakeTimeProvider();
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions { Clock = clock, UploadSilence = TimeSpan.FromMinutes(2) });
        using var slow = new ZeroStream(Megabyte, () => clock.Advance(TimeSpan.FromMinutes(1)));
        Assert.IsType<FlinkAnswer<string>.Ok>(await client.UploadJarAsync(slow, "slow.jar"));
        Assert.True(slow.Reads > 10, $"the upload took {slow.Reads} minutes: not longer than may be silent");
    }

    [Fact]
    public async Task An_upload_of_which_nothing_is_taken_is_given_up()
    {
        await using var flink = await StartAsync();
        flink.Faults.Add(new SimulatedFault("/jars/upload", SimulatedFaultKind.Stall));
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions { UploadSilence = TimeSpan.FromSeconds(0.5) });
        using var endless = new ZeroStream(long.MaxValue, () => { });
        var answer = Assert.IsType<FlinkAnswer<string>.Unreachable>(await client.UploadJarAsync(endless, "a.jar"));
        Assert.Contains("no progress within 0.5 s", answer.Reason);
    }

    static async Task<(long Heap, long Allocated)> UploadAsync(FlinkClient client, long size)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write)) RandomAccess.SetLength(file, size);
            await using var content = new WatchedFile(path);
            // What tests before this one left is not this one's.
            GC.GetTotalMemory(forceFullCollection: true);
            var allocated = GC.GetTotalAllocatedBytes();
            Assert.IsType<FlinkAnswer<string>.Ok>(await client.UploadJarAsync(content, "large.jar"));
            return (content.LargestHeap, GC.GetTotalAllocatedBytes() - allocated);
        }
        finally
        {
            File.Delete(path);
        }
    }

    static async Task<SimulatedJobManager> StartAsync() => await SimulatedJobManager.StartAsync(
        new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0, Timing = new SimulatedFlinkTiming { StartUpDelay = TimeSpan.Zero } });

    /// <summary>A file that notes how large the heap is while it is read.</summary>
    sealed class WatchedFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true)
    {
        public long LargestHeap { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestHeap = Math.Max(LargestHeap, GC.GetTotalMemory(forceFullCollection: false));
            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
