using System.Diagnostics;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>Prometheus' own checker, from <c>tools/install</c> or the PATH.</summary>
static class Promtool
{
    static readonly string? Executable = new[] { Path.Combine(ChartFiles.Root, ".cache", "bin") }
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Executable is null ? "No promtool: tools/install fetches it." : null;

    /// <summary>Runs it with an input; it must be content.</summary>
    public static async Task Accepts(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Executable!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"promtool {string.Join(' ', arguments)} ends with {process.ExitCode}:\n{await output}{await errors}");
    }
}
