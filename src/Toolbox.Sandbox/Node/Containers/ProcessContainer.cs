using System.ComponentModel;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Node.Containers;

/// <summary>A container that is a process of this machine.</summary>
public sealed class ProcessContainer : IRunningContainer
{
    readonly ChildProcess process;

    ProcessContainer(ChildProcess process) => this.process = process;

    public Task<int> Exit => process.Exit;

    public void Terminate() => process.Terminate();

    public void Kill() => process.Kill();

    public bool Pause()
    {
        process.Pause();
        return true;
    }

    public bool Resume()
    {
        process.Resume();
        return true;
    }

    /// <param name="imageId">What to show as the image's id.</param>
    public static async Task<StartAnswer> StartAsync(ProcessLauncher launcher, IReadOnlyList<string> command, ContainerContext context, string imageId)
    {
        try
        {
            var process = await ChildProcess.StartAsync(
                launcher, command, context.Variables, WorkingFolder(context), context.Folder, context.Log);
            return new StartAnswer.Started(new ProcessContainer(process), imageId);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            return new StartAnswer.Refused("RunContainerError", $"cannot start '{string.Join(' ', command)}': {exception.Message}");
        }
    }

    static string WorkingFolder(ContainerContext context)
    {
        var wanted = Path.Join(context.Root, context.Container.WorkingDir ?? "");
        return Directory.Exists(wanted) ? wanted : context.Root;
    }
}
