using System.Runtime.InteropServices;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>Signals to processes and process groups, which .NET does not offer.</summary>
static class NativeSignal
{
    public const int Kill = 9, Terminate = 15, Continue = 18, Stop = 19;

    /// <summary>To a whole process group; false when it has no process left.</summary>
    public static bool SendToGroup(int group, int signal) => group > 1 && Send(-group, signal) == 0;

    public static bool SendTo(int process, int signal) => process > 1 && Send(process, signal) == 0;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Send(int process, int signal);
}
