namespace Toolbox.Core.Tests.Fixtures;

/// <summary>The moment at which all situations are decided.</summary>
static class Moment
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Longer ago than any delay or timeout of the fixtures.</summary>
    public static readonly DateTimeOffset LongAgo = Now - TimeSpan.FromHours(2);

    public static readonly DateTimeOffset JustNow = Now - TimeSpan.FromSeconds(1);
}
