using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Toolbox.Api.Tests.World;

static class Eventually
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Looks again and again until the condition holds; fails with its text when it does not come true.</summary>
    public static async Task Holds(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Limit, $"did not come true: {text}");
            await Task.Yield();
        }
    }
}
