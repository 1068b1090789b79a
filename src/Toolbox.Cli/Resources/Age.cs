namespace Toolbox.Cli.Resources;

/// <summary>Durations as kubectl writes them: one or two units, coarser with growing age.</summary>
static class Age
{
    public static string Since(DateTimeOffset? time, DateTimeOffset now) => time is { } past ? Of(now - past) : "";

    public static string Of(TimeSpan age) => age switch
    {
        { Ticks: < 0 } => "0s",
        { TotalSeconds: < 120 } => $"{(int)age.TotalSeconds}s",
        { TotalMinutes: < 10 } => Two((int)age.TotalMinutes, "m", age.Seconds, "s"),
        { TotalHours: < 3 } => $"{(int)age.TotalMinutes}m",
        { TotalHours: < 8 } => Two((int)age.TotalHours, "h", age.Minutes, "m"),
        { TotalHours: < 48 } => $"{(int)age.TotalHours}h",
        { TotalDays: < 8 } => Two(age.Days, "d", age.Hours, "h"),
        { TotalDays: < 730 } => $"{age.Days}d",
        _ => $"{age.Days / 365}y",
    };

    static string Two(int large, string unit, int small, string smaller) => small == 0 ? $"{large}{unit}" : $"{large}{unit}{small}{smaller}";
}
