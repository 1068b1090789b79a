using System.CommandLine;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>Looks at the status of a resource until the goal of a command is reached.</summary>
sealed class Wait(OperatorClient client, ClientGoal goal, ParseResult parsed)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // An edit that changes nothing leads to no other status. The operator needs far less than this to see a real one.
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    // The last look before the time is over shall not fail for a slow answer.
    static readonly TimeSpan ShortestLook = TimeSpan.FromSeconds(5);

    readonly string _subject = goal.Subject(parsed);
    readonly long _begun = TimeProvider.System.GetTimestamp();
    ResourceStatus _before = ResourceStatus.None;
    string _said = "";

    /// <summary>Time for the whole command.</summary>
    public TimeSpan Limit { get; } = WaitOptions.Limit(parsed, WaitOptions.WaitSeconds);

    public async Task LookBefore(CancellationToken cancellation) => _before = await Look(cancellation) ?? ResourceStatus.None;

    /// <exception cref="FailureException">The request was refused, the resource went away, or the time is over.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        var accepted = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Interval);
        do
        {
            var now = await LookPatiently(cancellation);
            if (now is null && goal.Goal.EndsWithResource) return;
            if (now is not null && IsReached(now, TimeProvider.System.GetElapsedTime(accepted))) return;
            await Say(now);
            if (Elapsed > Limit) throw new FailureException($"{_subject} is not there yet after {Limit.TotalSeconds:0} s; last seen: {now?.Summary ?? "nothing"}");
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

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
