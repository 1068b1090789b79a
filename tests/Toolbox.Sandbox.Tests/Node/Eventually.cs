namespace Toolbox.Sandbox.Tests.Node;

/// <summary>Waits for a condition, with a limit and a word on what was seen last.</summary>
static class Eventually
{
    public static async Task<T> Is<T>(Func<Task<T>> look, Func<T, bool> condition, string what, double seconds = 30)
    {
        var until = DateTime.UtcNow.AddSeconds(seconds);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var seen = await look();
            if (condition(seen))
                return seen;
            if (DateTime.UtcNow > until)
                Assert.Fail($"not within {seconds} s: {what}; last seen: {seen}");
            await timer.WaitForNextTickAsync();
        }
    }

    public static Task Holds(Func<bool> condition, string what, double seconds = 30) =>
        Is(() => Task.FromResult(condition()), holds => holds, what, seconds);
}
