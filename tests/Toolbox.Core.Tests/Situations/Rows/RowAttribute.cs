namespace Toolbox.Core.Tests.Situations.Rows;

/// <summary>The row of the older toolbox's tables that a test is about, such as "6.3 Starting 5" (section, state, number).</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RowAttribute(string id) : Attribute
{
    public string Id => id;

    /// <summary>Why we do something else on purpose; empty where the row still holds as it was.</summary>
    public string Changed { get; init; } = "";
}
