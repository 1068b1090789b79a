namespace Toolbox.Core.Resources;

/// <summary>The request as it stands in the annotations right now, not yet taken over into the status.</summary>
public abstract record RequestAnnotation
{
    RequestAnnotation() { }

    /// <summary>No annotation, or NONE.</summary>
    public sealed record Nothing : RequestAnnotation;

    /// <summary>A valid action. <paramref name="Text"/> is the annotation's exact text, the precondition of its reset.</summary>
    public sealed record Asked(RequestedAction Action, bool WithoutSavepoint, string Text) : RequestAnnotation;

    /// <summary>A text that names no action; it is refused and reset, never an exception.</summary>
    public sealed record Invalid(string Text) : RequestAnnotation;

    /// <summary>Reads the two annotations; the action is case-insensitive, only "true" (any case) asks to go without savepoint.</summary>
    public static RequestAnnotation From(string? action, string? withoutSavepoint)
    {
        if (string.IsNullOrWhiteSpace(action) || string.Equals(action.Trim(), "NONE", StringComparison.OrdinalIgnoreCase)) return new Nothing();
        var without = string.Equals(withoutSavepoint?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        return action.Trim().ToUpperInvariant() switch
        {
            "START" => new Asked(RequestedAction.Start, without, action),
            "STOP" => new Asked(RequestedAction.Stop, without, action),
            "TRIGGER_SAVEPOINT" => new Asked(RequestedAction.TriggerSavepoint, without, action),
            "FORGET_SAVEPOINT" => new Asked(RequestedAction.ForgetSavepoint, without, action),
            _ => new Invalid(action),
        };
    }
}
