using LanguageExt;
using Toolbox.Core.Commands;

namespace Toolbox.Core;

/// <summary>What shall happen: the status to write first (if it differs from the observed one), then the commands.</summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Notice">An event to publish, present only when the deciding rule changed.</param>
public sealed record Decision<TStatus>(
    string Rule, TStatus Status, bool StatusChanged, Seq<Command> Commands, Option<DateTimeOffset> WakeAt, Verdict Verdict, Option<Notice> Notice)
{
    /// <summary>Nothing to write and nothing to do.</summary>
    public bool IsQuiet => !StatusChanged && Commands.IsEmpty;
}
