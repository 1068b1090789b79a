namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>An expression that cannot be read; caught by <see cref="CelProgram.Compile"/>.</summary>
internal sealed class CelSyntaxException(int position, string message) : Exception(message)
{
    public int Position { get; } = position;
}
