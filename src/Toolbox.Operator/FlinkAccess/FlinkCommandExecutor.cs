using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>Carries out commands to Flink, one arm each. Each was recorded in the status before; whether it had an effect is looked at afterwards.</summary>
public sealed class FlinkCommandExecutor
{
    /// <param name="recordTrigger">Records the id that an older Flink chose for a savepoint.</param>
    public async Task<Outcome> Execute(
        Command.Flink command, JobManagerAccess access, Func<string, Task<Outcome>> recordTrigger, CancellationToken cancellation)
    {
        access.Forget();
        return command switch
        {
            Command.Flink.CancelJob cancel => Outcome(await access.Client.CancelAsync(cancel.JobId, cancellation)),
            Command.Flink.StopJobWithSavepoint stop => await Recorded(stop.TriggerId, recordTrigger,
                await access.Client.StopAsync(stop.JobId, Target(stop.TargetPath), drain: false, Trigger(stop.TriggerId), cancellation)),
            Command.Flink.TriggerSavepoint trigger => await Recorded(trigger.TriggerId, recordTrigger,
                await access.Client.TriggerSavepointAsync(trigger.JobId, Target(trigger.TargetPath), cancelJob: false, Trigger(trigger.TriggerId), cancellation)),
        };
    }

    static async Task<Outcome> Recorded(string triggerId, Func<string, Task<Outcome>> recordTrigger, FlinkAnswer<string> answer) =>
        answer is FlinkAnswer<string>.Ok ok && triggerId.Length == 0 ? await recordTrigger(ok.Value) : Outcome(answer);

    static string? Target(string path) => path.Length == 0 ? null : path;

    static string? Trigger(string id) => id.Length == 0 ? null : id;

    // A job that is gone is not an error here: the next look says so, and the rules know what it means.
    static Outcome Outcome<T>(FlinkAnswer<T> answer) => answer switch
    {
        FlinkAnswer<T>.Ok or FlinkAnswer<T>.NotFound => new Outcome.Done(),
        FlinkAnswer<T>.Refused refused => new Outcome.Rejected(refused.Error.ToString()),
        FlinkAnswer<T>.Unreachable unreachable => new Outcome.Unreachable(unreachable.Reason),
    };
}
