using Toolbox.Sandbox.Node.Flink;
using Toolbox.Sandbox.Node.Images;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Node.Containers;

/// <summary>Starts a container as what its image is on this node.</summary>
public sealed class ContainerStarter(ProcessLauncher launcher, ProgramCommand programs, SimulatedFlinkStarter simulated, RealFlinkStarter real)
{
    public Task<StartAnswer> StartAsync(Image image, ContainerContext context) => image switch
    {
        Image.Flinkctl flinkctl => ProcessContainer.StartAsync(launcher, programs.Of(flinkctl, context), context, "sandbox://flinkctl"),
        Image.Program program => ProcessContainer.StartAsync(launcher, ProgramCommand.Of(program, context), context, "sandbox://" + program.Folder),
        Image.SimulatedFlink flink => simulated.StartAsync(flink.Version, context),
        Image.RealFlink flink => real.StartAsync(flink.Home, context),
        Image.Missing missing => Task.FromResult<StartAnswer>(new StartAnswer.Refused("ErrImagePull", missing.Message)),
    };
}
