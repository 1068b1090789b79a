using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>How the parts that every status has in common are read and written.</summary>
sealed record StatusPort<TStatus>(
    Func<TStatus, Option<LastDecision>> Decision,
    Func<TStatus, string> Refusal,
    Func<TStatus, Seq<Condition>> Conditions,
    Func<TStatus, StatusStamp, TStatus> Write,
    Func<TStatus, DateTimeOffset, TStatus> Touch);

/// <summary>The parts that every decision writes into a status.</summary>
sealed record StatusStamp(Option<LastDecision> Decision, Seq<Condition> Conditions, long Generation);
