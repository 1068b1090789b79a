namespace Toolbox.Cli.Tests.Client;

/// <summary>One command line, run in this process.</summary>
/// <param name="Output">Standard output without the line end at its end.</param>
/// <param name="Errors">Standard error, likewise.</param>
sealed record Invocation(int Code, string Output, string Errors)
{
    public static async Task<Invocation> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLineEntry.Run(arguments, output, error);
        return new Invocation(code, output.ToString().TrimEnd('\n'), error.ToString().TrimEnd('\n'));
    }

    /// <summary>The only line on standard error.</summary>
    public string Line => Assert.Single(Errors.Split('\n'));
}
