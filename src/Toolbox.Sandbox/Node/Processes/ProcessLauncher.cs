using System.Collections.Concurrent;
using System.Diagnostics;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>
/// Starts child processes from one thread that lives as long as the node. The kernel's "die with your parent" is bound to the thread that
/// started the child: from a pool thread it would kill healthy children as soon as the pool shrinks.
/// </summary>
public sealed class ProcessLauncher : IDisposable
{
    readonly BlockingCollection<Action> work = [];

    public ProcessLauncher() => new Thread(Run) { IsBackground = true, Name = "process launcher" }.Start();

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                var process = new Process { StartInfo = info, EnableRaisingEvents = true };
                process.Start();
                started.SetResult(process);
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    public void Dispose() => work.CompleteAdding();

    void Run()
    {
        foreach (var action in work.GetConsumingEnumerable())
            action();
    }
}
