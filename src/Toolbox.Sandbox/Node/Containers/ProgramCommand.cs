using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Node.Containers;

/// <summary>Computes the command line of a container that runs as a process of this machine.</summary>
/// <param name="flinkctl">The command of the flinkctl executable.</param>
public sealed class ProgramCommand(IReadOnlyList<string> flinkctl)
{
    /// <summary>The flinkctl executable with the container's arguments, or the container's own command.</summary>
    public IReadOnlyList<string> Of(Image.Flinkctl _, ContainerContext context)
    {
        if (!context.HasCommand)
            return [.. flinkctl, .. context.Arguments];
        return Path.GetFileName(context.Arguments[0]) == "flinkctl"
            ? [.. flinkctl, .. context.Arguments.Skip(1)]
            : Own(context);
    }

    /// <summary>The entry point of an image's folder with the container's arguments, or the container's own command.</summary>
    public static IReadOnlyList<string> Of(Image.Program program, ContainerContext context) =>
        context.HasCommand ? Own(context) : [.. Runnable(program.EntryPoint), .. context.Arguments];

    static IReadOnlyList<string> Own(ContainerContext context)
    {
        var inside = Path.Join(context.Root, context.Arguments[0]);
        return context.Arguments[0].StartsWith('/') && File.Exists(inside)
            ? [.. Runnable(inside), .. context.Arguments.Skip(1)]
            : context.Arguments;
    }

    /// <summary>A script that was copied without its executable bit is run by the shell.</summary>
    static IReadOnlyList<string> Runnable(string file)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var executable = OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & anyExecute) != 0;
        return executable ? [file] : ["/bin/sh", file];
    }
}
