namespace Toolbox.Core;

/// <summary>
/// What came of a command. Everything that a server or the network may answer is a case; what to do about it is decided once,
/// by whoever carries commands out, never per command.
/// </summary>
public abstract record Outcome
{
    Outcome() { }

    /// <summary>Done, or found to be so already.</summary>
    public sealed record Done : Outcome;

    /// <summary>The object is no longer the one that was observed: observe again before anything else.</summary>
    public sealed record Conflict(string Message) : Outcome;

    /// <summary>The object that the command is about is not there.</summary>
    public sealed record NotFound(string Message) : Outcome;

    /// <summary>An earlier try of this very command had succeeded.</summary>
    public sealed record AlreadyThere : Outcome;

    /// <summary>Not now: the server asks to come back later, or something has to end first.</summary>
    public sealed record Throttled(TimeSpan After, string Reason = "") : Outcome;

    /// <summary>Nobody could tell whether the command was carried out.</summary>
    public sealed record Unreachable(string Reason) : Outcome;

    /// <summary>Refused for a reason that does not go away by itself.</summary>
    public sealed record Rejected(string Message) : Outcome;

    /// <summary>What the command asked for is so.</summary>
    public bool IsFine => this is Done or AlreadyThere;

    /// <summary>One line for people.</summary>
    public string Describe() => this switch
    {
        Done => "done",
        Conflict conflict => $"conflict: {conflict.Message}",
        NotFound notFound => $"not found: {notFound.Message}",
        AlreadyThere => "already there",
        Throttled throttled => $"not before {throttled.After.TotalSeconds:0.#} s from now{(throttled.Reason.Length == 0 ? "" : ": " + throttled.Reason)}",
        Unreachable unreachable => $"unreachable: {unreachable.Reason}",
        Rejected rejected => $"rejected: {rejected.Message}",
    };
}
