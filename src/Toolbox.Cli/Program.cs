using Toolbox.Cli;

return await CommandLineEntry.Run(args);
