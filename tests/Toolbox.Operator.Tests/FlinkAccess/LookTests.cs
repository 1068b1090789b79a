using System.Net;
using Microsoft.Extensions.Time.Testing;
using Toolbox.Flink;
using Toolbox.Operator.FlinkAccess;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Operator.Tests.FlinkAccess;

/// <summary>How often a JobManager is asked.</summary>
public sealed class LookTests : IAsyncLifetime
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly FakeTimeProvider _clock = new();
    SimulatedJobManager _flink = null!;
    JobManagerAccess _access = null!;
    int _changes;

    public async Task InitializeAsync()
    {
        _flink = await SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0 });
        _access = new JobManagerAccess(new FlinkClient(_flink.Address, new FlinkClientOptions()), _clock, () => _changes++);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var count = 0; count < 3000 && (await Look(TimeSpan.Zero)).Overview is not FlinkAnswer<FlinkOverview>.Ok; count++)
        {
            await pause.WaitForNextTickAsync();
            _clock.Advance(Interval);
        }
    }

    [Fact]
    public async Task A_minute_of_looks_by_many_costs_one_request_each_and_one_overview()
    {
        _clock.Advance(Minute);
        var before = await Requests();
        for (var look = 0; look < 12; look++)
        {
            for (var asking = 0; asking < 5; asking++) await Look(Interval * 0.98);
            _clock.Advance(Interval);
        }
        Assert.Equal(13, await Requests() - before);
    }

    [Fact]
    public async Task Overview_is_asked_for_when_it_must_be_young()
    {
        var before = await Requests();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _access.Look(TimeSpan.Zero, TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(2, await Requests() - before);
    }

    [Fact]
    public async Task Whoever_waits_for_a_look_is_let_through_when_the_JobManager_is_gone()
    {
        _clock.Advance(Minute);
        _flink.Faults.Add(new SimulatedFault("/", SimulatedFaultKind.Stall));
        Task<FlinkLook>[] looks = [Look(TimeSpan.Zero), Look(TimeSpan.Zero), Look(TimeSpan.Zero)];
        _access.Dispose();
        // What they learn is another matter: they may fail, but must not hang.
        foreach (var look in looks) Assert.IsNotType<TimeoutException>(await Record.ExceptionAsync(() => look.WaitAsync(Minute)));
    }

    [Fact]
    public async Task Overview_of_a_Flink_that_is_silent_now_is_not_taken_for_an_answer()
    {
        _clock.Advance(Interval);
        _flink.Faults.Add(new SimulatedFault("/", SimulatedFaultKind.Refuse));
        var look = await Look(TimeSpan.Zero);
        Assert.IsType<FlinkAnswer<FlinkOverview>.Unreachable>(look.Overview);
        Assert.IsType<FlinkAnswer<IReadOnlyList<JobSummary>>.Unreachable>(look.Jobs);
    }

    [Fact]
    public async Task Job_that_appears_is_told_to_those_who_share_the_look()
    {
        await Look(TimeSpan.Zero);
        Assert.Equal(0, _changes);
        using var jar = new MemoryStream();
        PlaceholderJar.Write(jar);
        jar.Position = 0;
        var uploaded = Assert.IsType<FlinkAnswer<string>.Ok>(await _access.Client.UploadJarAsync(jar, "job.jar"));
        Assert.IsType<FlinkAnswer<string>.Ok>(await _access.Client.RunJarAsync(uploaded.Value, new RunRequest("0123456789abcdef0123456789abcdef", "Job", 1)));
        _clock.Advance(Interval);
        var before = await Requests();
        await Look(TimeSpan.Zero);
        Assert.Equal(1, _changes);
        // A job that has changed may have lost slots: the overview is asked for as well.
        Assert.Equal(2, await Requests() - before);
    }

    [Fact]
    public void Jobs_in_another_order_have_not_changed()
    {
        static FlinkLook Listing(params string[] ids) => new(
            new FlinkAnswer<FlinkOverview>.Unreachable(""), new FlinkAnswer<IReadOnlyList<JobSummary>>.Ok([.. ids.Select(id => new JobSummary { Id = id, State = JobState.Running })]),
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        Assert.Equal(Listing("a", "b", "c").States, Listing("c", "a", "b").States);
        Assert.NotEqual(Listing("a", "b").States, Listing("a", "c").States);
    }

    public async Task DisposeAsync()
    {
        _access.Dispose();
        await _flink.DisposeAsync();
    }

    Task<FlinkLook> Look(TimeSpan age) => _access.Look(age, Minute, CancellationToken.None);

    async Task<long> Requests()
    {
        using var http = new HttpClient();
        return (long)System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync(new Uri(_flink.Address, "/simulation/requests")))!["total"]!;
    }
}
