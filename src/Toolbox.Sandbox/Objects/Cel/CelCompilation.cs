namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>What came of compiling an expression.</summary>
internal abstract record CelCompilation
{
    CelCompilation() { }

    public sealed record Compiled(CelProgram Program) : CelCompilation;

    /// <param name="Message">Like <c>compilation failed: ERROR: &lt;input&gt;:1:5: undefined field 'x'</c> with the marked line.</param>
    public sealed record Failed(string Message) : CelCompilation;
}
