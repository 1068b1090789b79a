using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Toolbox.KubernetesApi.Tests;

static class Eventually
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Looks again and again until the condition holds; fails with its text after 20 seconds.</summary>
    public static async Task Holds(Func<bool> condition, Action? meanwhile = null, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Limit, $"did not come true: {text}");
            meanwhile?.Invoke();
            await Task.Yield();
            Thread.Yield();
        }
    }
}
