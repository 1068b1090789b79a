using System.CommandLine;
using Toolbox.Cli;

return await CommandTree.Create().Parse(args).InvokeAsync(new InvocationConfiguration
{
    // Whoever is told to end gives leases back and ends what it started.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
});
