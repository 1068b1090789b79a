using System.CommandLine;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>Looks at the status of a resource, whenever the operator tells of a change, until the goal of a command is reached.</summary>
sealed class Wait(OperatorClient client, ClientGoal goal, ParseResult parsed) : IAsyncDisposable
{
    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    // Replicas of the operator may be a moment apart from each other, and an older one tells nothing.
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // An edit that changes nothing leads to no other status. The operator needs far less than this to see a real one.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    // The last look before the time is over shall not fail for a slow answer.
    static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(5);

    readonly StatusNews _news = StatusNews.Of(client, goal.Name(parsed));
    readonly string _subject = goal.Subject(parsed);
    readonly long _begun = TimeProvider.System.GetTimestamp();
    ResourceStatus _before = ResourceStatus.None;
    ResourceStatus? _last;
    TimeSpan _pause = ShortestPause;
    string _said = "";

    /// <summary>Time for the whole command.</summary>
    public TimeSpan Limit { get; } = WaitOptions.Limit(parsed, WaitOptions.WaitSeconds);

    public async Task LookBefore(CancellationToken cancellation) => _before = await Look(cancellation) ?? ResourceStatus.None;

    /// <exception cref="FailureException">The request was refused, the resource went away, or the time is over.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        var accepted = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = await LookPatiently(cancellation);
            if (now is null && goal.Goal.EndsWithResource) return;
            if (now is not null && IsReached(now, TimeProvider.System.GetElapsedTime(accepted))) return;
            var isNew = Note(now);
            await Say(now);
            if (Elapsed >= Limit) throw new FailureException($"{_subject} is not there yet after {Limit.TotalSeconds:0} s; {LastSeen}");
            await _news.Next(Pause(isNew, TimeProvider.System.GetElapsedTime(accepted)), cancellation);
        }
    }

    /// <summary>What was seen last, for those who wait no longer.</summary>
    public string LastSeen { get; private set; } = "nothing was seen yet";

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    // While events come there is little to look for; without them the pauses grow as long as nothing changes.
    TimeSpan Pause(bool isNew, TimeSpan since)
    {
        _pause = isNew ? ShortestPause : Shorter(_pause * 1.5, LongestPause);
        if (_news.AreTold) _pause = LongestPause;
        var pause = Shorter(_pause, Limit - Elapsed);
        var silence = LongestSilence - since;
        if (!goal.Goal.IsRequest && silence > TimeSpan.Zero) pause = Shorter(pause, silence + TimeSpan.FromMilliseconds(1));
        return pause > TimeSpan.Zero ? pause : TimeSpan.FromMilliseconds(1);
    }

    // What an operator that is away said before still is what was seen last.
    bool Note(ResourceStatus? now)
    {
        if (now is { Summary.Length: > 0 }) LastSeen = $"last seen: {now.Summary}";
        var isNew = now is null || _last is null ? now != _last : !now.IsSame(_last);
        _last = now;
        return isNew;
    }

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_begun);

    bool IsReached(ResourceStatus now, TimeSpan since)
    {
        var changed = !now.IsSame(_before);
        if (changed && now.Refusal.Length > 0 && now.Refusal != _before.Refusal) throw new FailureException($"{_subject}: {now.Refusal}");
        if (now.HasRequest || !goal.Goal.Holds(_before, now)) return false;
        return changed || (!goal.Goal.IsRequest && since > LongestSilence);
    }

    // The operator may be restarted meanwhile; only the end of the time counts.
    async Task<ResourceStatus?> LookPatiently(CancellationToken cancellation)
    {
        try
        {
            return await Look(cancellation);
        }
        catch (FailureException error) when (Elapsed <= Limit)
        {
            await SayOnce($"waits for the operator: {error.Message}");
            return ResourceStatus.None;
        }
    }

    // Null: the operator knows no such resource.
    async Task<ResourceStatus?> Look(CancellationToken cancellation)
    {
        var left = Limit - Elapsed;
        var answer = await client.Send(OperatorRequest.Get(goal.Status(parsed)), left > ShortestLook ? left : ShortestLook, cancellation);
        if (answer.IsNotFound) return null;
        return answer.IsOk ? new ResourceStatus(answer.Output as JsonObject) : throw new FailureException(answer.Reason);
    }

    Task Say(ResourceStatus? now) => now is { Summary.Length: > 0 } ? SayOnce(now.Summary) : Task.CompletedTask;

    async Task SayOnce(string text)
    {
        if (text == _said) return;
        _said = text;
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"{_subject}: {text}");
    }
}
