using k8s.Models;
using Microsoft.Extensions.Time.Testing;
using Toolbox.Core;
using Toolbox.Kubernetes.Events;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Tests.Execution;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Events;

[Collection(ApiCollection.Name)]
public sealed class EventPublisherTests(ApiFixture api)
{
    static readonly Notice Started = new(false, "RecordJobStarted", "the job runs");

    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Event_names_its_object_its_rule_and_its_reporter()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        Assert.IsType<Outcome.Done>(await Publisher().Publish(about, Started, CancellationToken.None));
        var written = Assert.Single(await Events(about));
        Assert.Equal(("Normal", "RecordJobStarted", "the job runs", 1), (written.Type, written.Reason, written.Message, written.Count));
        Assert.Equal(("flink-supervisor", "supervisor-0"), (written.ReportingComponent, written.ReportingInstance));
        Assert.Equal(("FlinkJob", about.Name, about.Uid), (written.InvolvedObject.Kind, written.InvolvedObject.Name, written.InvolvedObject.Uid));
    }

    [Fact]
    public async Task Repetition_raises_the_count()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        var publisher = Publisher();
        Assert.IsType<Outcome.Done>(await publisher.Publish(about, Started, CancellationToken.None));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<Outcome.Done>(await publisher.Publish(about, Started, CancellationToken.None));
        var written = Assert.Single(await Events(about));
        Assert.Equal((2, TimeSpan.FromMinutes(5)), (written.Count, written.LastTimestamp - written.FirstTimestamp));
    }

    [Fact]
    public async Task Another_message_is_another_event_and_a_warning_says_so()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        var publisher = Publisher();
        await publisher.Publish(about, Started, CancellationToken.None);
        await publisher.Publish(about, Started with { IsWarning = true, Message = "the job failed" }, CancellationToken.None);
        Assert.Equal(["Normal", "Warning"], (await Events(about)).Select(item => item.Type).Order());
    }

    [Fact]
    public async Task Event_that_has_expired_begins_anew()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        var publisher = Publisher();
        await publisher.Publish(about, Started, CancellationToken.None);
        var first = Assert.Single(await Events(about));
        ApiFixture.Value(await api.Client.Delete(ResourceTypes.Events, about.Namespace, first.Metadata.Name));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.IsType<Outcome.Done>(await publisher.Publish(about, Started, CancellationToken.None));
        Assert.Equal(1, Assert.Single(await Events(about)).Count);
    }

    [Fact]
    public async Task Too_many_events_are_dropped_and_long_messages_are_cut()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        var publisher = Publisher();
        Assert.IsType<Outcome.Done>(await publisher.Publish(about, Started with { Message = new string('x', 5000) }, CancellationToken.None));
        for (var number = 1; number < EventSeries.Burst; number++)
            Assert.IsType<Outcome.Done>(await publisher.Publish(about, Started with { Message = $"{number}" }, CancellationToken.None));
        Assert.IsType<Outcome.Throttled>(await publisher.Publish(about, Started, CancellationToken.None));
        Assert.Equal(EventSeries.Burst, (await Events(about)).Count);
    }

    [Fact]
    public async Task Failure_is_an_outcome()
    {
        var about = (await api.Client.Job(await api.NewNamespace())).Resource;
        about.Metadata.NamespaceProperty = "no-such-namespace";
        Assert.IsType<Outcome.NotFound>(await Publisher().Publish(about, Started, CancellationToken.None));
    }

    EventPublisher Publisher() => new(api.Client, "flink-supervisor", "supervisor-0", _time);

    async Task<IReadOnlyList<Corev1Event>> Events(FlinkResource about) =>
        ApiFixture.Value(await api.Client.List(ResourceTypes.Events, about.Namespace, new ListOptions { FieldSelector = $"involvedObject.uid={about.Uid}" })).Items;
}
