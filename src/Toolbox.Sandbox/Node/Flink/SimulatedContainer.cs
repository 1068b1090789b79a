using Toolbox.Sandbox.Node.Containers;
using Toolbox.Sandbox.Node.Logs;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>A container whose content lives inside of this process.</summary>
sealed class SimulatedContainer(ContainerLog log, Func<Task> stop) : IRunningContainer
{
    const int Terminated = 128 + 15, Killed = 128 + 9;
    readonly TaskCompletionSource<int> exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int ending;

    public Task<int> Exit => exit.Task;

    public void Terminate() => End(Terminated, "RECEIVED SIGNAL 15: SIGTERM. Shutting down as requested.");

    public void Kill() => End(Killed, null);

    public bool Pause() => false;

    public bool Resume() => false;

    void End(int code, string? lastWords)
    {
        if (Interlocked.Exchange(ref ending, 1) == 1)
            return;
        if (lastWords is not null)
            log.Write(lastWords);
        _ = Task.Run(async () =>
        {
            try
            {
                await stop();
            }
            finally
            {
                exit.TrySetResult(code);
            }
        });
    }
}
