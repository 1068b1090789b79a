using System.Collections.Concurrent;
using LanguageExt;
using Toolbox.Core.Retry;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Loop;

/// <summary>What went wrong last, key by key: shown in the resource's conditions, and the measure of the pause before the next try.</summary>
public sealed class Failures
{
    readonly ConcurrentDictionary<WorkKey, (string Message, int Count)> _failures = new();

    public Option<string> Of(WorkKey key) => _failures.TryGetValue(key, out var failure) ? failure.Message : None;

    /// <returns>How long to wait before the next try.</returns>
    public TimeSpan Add(WorkKey key, string message) =>
        RetryPolicy.Delay(_failures.AddOrUpdate(key, (message, 1), (_, last) => (message, last.Count + 1)).Count);

    public void Clear(WorkKey key) => _failures.TryRemove(key, out _);
}
