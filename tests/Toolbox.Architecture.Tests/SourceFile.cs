namespace Toolbox.Architecture.Tests;

/// <summary>A C# file.</summary>
/// <param name="Path">Relative to the project's root, for example <c>src/Toolbox.Core/Rule.cs</c>.</param>
sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);
}
