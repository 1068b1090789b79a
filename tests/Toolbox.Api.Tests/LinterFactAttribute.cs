namespace Toolbox.Api.Tests;

/// <summary>A test that asks the linter of OpenAPI documents; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class LinterFactAttribute : FactAttribute
{
    public LinterFactAttribute() => Skip = OpenApiLintTests.Missing;
}
