namespace Toolbox.Cli.Output;

/// <summary>How a report is written: for people, or with stable field names for programs.</summary>
enum OutputFormat { Text, Json, Yaml }
