using Toolbox.Cli.Client;
using Toolbox.Cli.Client.Connections;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Who waits for a resource hears of its changes by the operator's events, and of nothing where there are none.</summary>
public sealed class StatusNewsTests
{
    static readonly TimeSpan Never = TimeSpan.FromHours(1);

    [Fact]
    public async Task Change_of_the_resource_is_told_and_that_of_another_is_not()
    {
        var events = new EventFeed();
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(404, ""), events: events);
        using var client = Client(@operator);
        await using var news = StatusNews.Of(client, ("FlinkJob", "c-j"));
        await Told(news);
        Assert.True(news.AreTold);
        events.Tell("FlinkCluster", "c-j");
        events.Tell("FlinkJob", "c-k");
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => news.Next(Never, soon.Token));
        events.Tell("FlinkJob", "c-j");
        await Told(news);
    }

    [Fact]
    public async Task Stream_that_breaks_is_opened_again()
    {
        var events = new EventFeed();
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(404, ""), events: events);
        using var client = Client(@operator);
        await using var news = StatusNews.Of(client, ("FlinkJob", "c-j"));
        await Told(news);
        events.Break();
        await Processes.Wait.Until(() => events.Connections == 2 && news.AreTold, () => "another stream");
        // What rang while the stream was away is taken first; the change rings anew.
        while (await news.Next(TimeSpan.Zero, CancellationToken.None)) { }
        events.Tell("FlinkJob", "c-j");
        await Told(news);
    }

    [Fact]
    public async Task Older_operator_tells_nothing()
    {
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(404, ""));
        using var client = Client(@operator);
        await using var news = StatusNews.Of(client, ("FlinkJob", "c-j"));
        Assert.False(await news.Next(TimeSpan.FromMilliseconds(200), CancellationToken.None));
        Assert.False(news.AreTold);
    }

    static async Task Told(StatusNews news)
    {
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        Assert.True(await news.Next(Never, limit.Token));
    }

    static OperatorClient Client(RecordingOperator @operator) =>
        new(new OperatorConnection(new Uri($"http://127.0.0.1:{@operator.Address[^1]}/"), null));
}
