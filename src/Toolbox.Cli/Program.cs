using System.CommandLine;
using Toolbox.Cli;

var parsed = CommandTree.Create().Parse(args);
var code = await parsed.InvokeAsync(new InvocationConfiguration
{
    // Whoever is told to end gives leases back and ends what it started.
    ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
});
return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
