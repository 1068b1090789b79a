using System.Globalization;

namespace Toolbox.Cli.Output;

/// <summary>Times as people at a terminal want them: absolute, and how far away.</summary>
static class RelativeTime
{
    /// <summary>For example <c>2026-11-25 18:50:00Z (3 min ago)</c>.</summary>
    public static string Of(DateTimeOffset time, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z ({Distance(time - now)})");

    static string Distance(TimeSpan distance)
    {
        var length = Length(distance.Duration());
        return distance.Duration() < TimeSpan.FromMilliseconds(50) ? "now" : distance > TimeSpan.Zero ? $"in {length}" : $"{length} ago";
    }

    static string Length(TimeSpan length) => length switch
    {
        _ when length < TimeSpan.FromSeconds(10) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.#} s"),
        _ when length < TimeSpan.FromMinutes(2) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0} s"),
        _ when length < TimeSpan.FromHours(2) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalMinutes:0} min"),
        _ when length < TimeSpan.FromDays(2) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{length.TotalDays:0} d"),
    };
}
