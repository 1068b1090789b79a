namespace Toolbox.Core;

/// <summary>
/// The answer of one probe. <see cref="Absent"/> is a fact ("it is not there"), <see cref="Unreachable"/> is the lack of one
/// ("nobody could tell"): no rule creates, deletes or gives up on anything because of the latter.
/// </summary>
public abstract record Observation<T>
{
    Observation() { }

    /// <summary>The probe answered with a value.</summary>
    public sealed record Known(T Value) : Observation<T>;

    /// <summary>The probe answered that there is nothing.</summary>
    public sealed record Absent : Observation<T>;

    /// <summary>The probe got no answer that can be trusted; <paramref name="Reason"/> is one line for people.</summary>
    public sealed record Unreachable(string Reason) : Observation<T>;
}
