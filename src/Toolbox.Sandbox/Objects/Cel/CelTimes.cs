using System.Globalization;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Timestamps and durations.</summary>
internal static partial class CelTimes
{
    public static readonly HashSet<string> Names =
    [
        "timestamp", "duration", "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getHours",
        "getMinutes", "getSeconds", "getMilliseconds",
    ];

    public static CelValue? Call(string name, IReadOnlyList<CelValue> arguments) => (name, arguments) switch
    {
        ("timestamp", [CelValue.Timestamp time]) => time,
        ("timestamp", [CelValue.Int seconds]) when Math.Abs(seconds.Value) < 253402300800 => new CelValue.Timestamp(DateTimeOffset.FromUnixTimeSeconds(seconds.Value)),
        ("timestamp", [CelValue.Text text]) => TryTimestamp(text.Value, out var time) ? new CelValue.Timestamp(time) : new CelValue.Failure($"invalid timestamp: {text.Value}"),
        ("duration", [CelValue.Duration duration]) => duration,
        ("duration", [CelValue.Text text]) => TryDuration(text.Value, out var duration) ? new CelValue.Duration(duration) : new CelValue.Failure($"time: invalid duration {GoText.Quote(text.Value)}"),
        (_, [CelValue.Duration duration]) => Part(name, duration.Value),
        (_, [CelValue.Timestamp time]) => Part(name, time.Value.ToUniversalTime()),
        (_, [CelValue.Timestamp time, CelValue.Text zone]) => TryZone(zone.Value, time.Value, out var local) ? Part(name, local) : new CelValue.Failure($"unknown time zone {zone.Value}"),
        _ => null,
    };

    public static bool TryTimestamp(string text, out DateTimeOffset time)
    {
        time = default;
        return Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    /// <summary>Go's durations: <c>1h30m</c>, <c>-2.5s</c>, <c>100ms</c>.</summary>
    public static bool TryDuration(string text, out TimeSpan duration)
    {
        duration = default;
        if (text is "0") return true;
        if (!GoDuration().IsMatch(text)) return false;
        var ticks = 0m;
        foreach (Match part in DurationPart().Matches(text))
            ticks += decimal.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * UnitTicks(part.Groups[2].Value);
        if (ticks > long.MaxValue) return false;
        duration = TimeSpan.FromTicks((long)(text.StartsWith('-') ? -ticks : ticks));
        return true;
    }

    public static string Format(DateTimeOffset time) =>
        time.ToUniversalTime().ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Format(TimeSpan duration) =>
        (duration.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + "s";

    static decimal UnitTicks(string unit) => unit switch
    {
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "us" or "µs" => TimeSpan.TicksPerMicrosecond,
        _ => 0.01m,
    };

    static CelValue? Part(string name, TimeSpan duration) => name switch
    {
        "getHours" => new CelValue.Int((long)duration.TotalHours),
        "getMinutes" => new CelValue.Int((long)duration.TotalMinutes),
        "getSeconds" => new CelValue.Int((long)duration.TotalSeconds),
        "getMilliseconds" => new CelValue.Int(duration.Milliseconds),
        _ => null,
    };

    static CelValue? Part(string name, DateTimeOffset time) => name switch
    {
        "getFullYear" => new CelValue.Int(time.Year),
        "getMonth" => new CelValue.Int(time.Month - 1),
        "getDate" => new CelValue.Int(time.Day),
        "getDayOfMonth" => new CelValue.Int(time.Day - 1),
        "getDayOfWeek" => new CelValue.Int((int)time.DayOfWeek),
        "getDayOfYear" => new CelValue.Int(time.DayOfYear - 1),
        "getHours" => new CelValue.Int(time.Hour),
        "getMinutes" => new CelValue.Int(time.Minute),
        "getSeconds" => new CelValue.Int(time.Second),
        "getMilliseconds" => new CelValue.Int(time.Millisecond),
        _ => null,
    };

    static bool TryZone(string zone, DateTimeOffset time, out DateTimeOffset local)
    {
        local = time.ToUniversalTime();
        if (zone is "UTC" or "") return true;
        if (TimeSpan.TryParseExact(zone.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var offset))
        {
            local = time.ToOffset(zone.StartsWith('-') ? -offset : offset);
            return true;
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) return false;
        local = TimeZoneInfo.ConvertTime(time, found);
        return true;
    }

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})\z")]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"\A[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+\z")]
    private static partial Regex GoDuration();

    [GeneratedRegex(@"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)")]
    private static partial Regex DurationPart();
}
