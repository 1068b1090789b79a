using System.ComponentModel;
using System.Diagnostics;

namespace Toolbox.Cli.Graphs;

/// <summary>Draws DOT text with the program <c>dot</c> of Graphviz.</summary>
static class Graphviz
{
    /// <param name="format">One that <c>dot -T</c> knows: svg, png.</param>
    /// <exception cref="RefusalException">There is no <c>dot</c> on the PATH, or it refuses.</exception>
    public static async Task<byte[]> Draw(string dot, string format, CancellationToken cancellation)
    {
        using var process = Start(format);
        using var picture = new MemoryStream();
        var drawing = process.StandardOutput.BaseStream.CopyToAsync(picture, cancellation);
        await process.StandardInput.WriteAsync(dot.AsMemory(), cancellation);
        process.StandardInput.Close();
        await drawing;
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? picture.ToArray()
            : throw new RefusalException($"--format {format}: Graphviz ended with code {process.ExitCode}");
    }

    static Process Start(string format)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("dot", [$"-T{format}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception error)
        {
            throw new RefusalException($"--format {format} needs Graphviz: there is no 'dot' on the PATH", error);
        }
    }
}
