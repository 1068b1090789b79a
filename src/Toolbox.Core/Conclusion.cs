using LanguageExt;
using Toolbox.Core.Commands;

namespace Toolbox.Core;

/// <summary>What a rule concludes: the status as it shall be, and what to do about it.</summary>
/// <param name="Message">One sentence for people: what is done, or what is waited for.</param>
/// <param name="Commands">In the order in which they are carried out, after the status is written.</param>
/// <param name="WakeAt">When to look again at the latest, if nothing happens before.</param>
public sealed record Conclusion<TStatus>(
    TStatus Status, Verdict Verdict, string Message, Seq<Command> Commands, Option<DateTimeOffset> WakeAt)
{
    /// <summary>What the status says is waited for, where that is certain already.</summary>
    public Option<Upcoming> Upcoming { get; init; }

    public Conclusion<TStatus> Awaiting(string rule, string message) => this with { Upcoming = new Upcoming(rule, message) };

    public Conclusion<TStatus> Do(params Command[] commands) => this with { Commands = Commands.FollowedBy(commands.ToSeq()) };

    public Conclusion<TStatus> Do(Seq<Command> commands) => this with { Commands = Commands.FollowedBy(commands) };

    public Conclusion<TStatus> LookAgainAt(DateTimeOffset time) => this with { WakeAt = time };
}
