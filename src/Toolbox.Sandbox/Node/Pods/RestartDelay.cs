namespace Toolbox.Sandbox.Node.Pods;

/// <summary>
/// How long a container waits before it is started again, as the kubelet counts it: at once after the first end, then doubling up to a bound,
/// and from the beginning once it ran long enough. Shorter than the kubelet's 10 s to 5 min, because people wait for it.
/// </summary>
public sealed record RestartDelay(TimeSpan Initial, TimeSpan Maximum, TimeSpan ForgottenAfter)
{
    public static readonly RestartDelay Default = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    /// <param name="failures">How often in a row the container ended before it had run long enough; 1 for the first time.</param>
    public TimeSpan After(int failures)
    {
        if (failures <= 1)
            return TimeSpan.Zero;
        var factor = Math.Pow(2, Math.Min(failures - 2, 30));
        return TimeSpan.FromTicks((long)Math.Min(Initial.Ticks * factor, Maximum.Ticks));
    }
}
