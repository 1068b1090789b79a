namespace Toolbox.Core.Explanations;

/// <summary>One look at something that the decision depends on.</summary>
/// <param name="Answer">Known, Absent or Unreachable: nobody answered, and nothing is concluded from that.</param>
/// <param name="Text">What was seen, or why nobody answered.</param>
public sealed record Look(string Of, string Answer, string Text)
{
    public static Look Known(string of, string text) => new(of, nameof(Known), text);

    public static Look Absent(string of) => new(of, nameof(Absent), "");

    public static Look From<T>(string of, Observation<T> observation, Func<T, string> text) => observation switch
    {
        Observation<T>.Known known => Known(of, text(known.Value)),
        Observation<T>.Absent => Absent(of),
        Observation<T>.Unreachable unreachable => new Look(of, nameof(Observation<T>.Unreachable), unreachable.Reason),
    };
}
