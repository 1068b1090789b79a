using System.Text.Json;

namespace Toolbox.Flink;

/// <summary>Reads Flink's error texts: `{"errors": [...]}` bodies and stack traces.</summary>
public static class FlinkErrorReader
{
    const int MaximumLength = 300;
    const string CausedBy = "Caused by: ";

    // The order matters: an outer "could not execute" wraps nearly everything, so the more telling texts come first.
    static readonly (FlinkErrorKind Kind, string[] Texts)[] Signs =
    [
        (FlinkErrorKind.DuplicateJob, ["DuplicateJobSubmissionException", "DuplicateApplicationSubmissionException", "Job has already been submitted", "Application has already been submitted"]),
        (FlinkErrorKind.JarMissing, ["RestHandlerException: Jar file "]),
        (FlinkErrorKind.StateMismatch, ["Cannot map checkpoint/savepoint state", "Max parallelism mismatch", "Failed to rollback to checkpoint/savepoint", "StateMigrationException"]),
        (FlinkErrorKind.SavepointMissing, ["Cannot find checkpoint or savepoint", "Cannot find meta data file"]),
        (FlinkErrorKind.SavepointUnreadable, ["Could not load checkpoint/savepoint", "Unexpected magic number"]),
        (FlinkErrorKind.NoSlots, ["NoResourceAvailableException", "Could not acquire the minimum required resources"]),
        (FlinkErrorKind.ClassNotFound, ["ClassNotFoundException", "NoClassDefFoundError", "Neither a 'Main-Class', nor a 'program-class' entry"]),
        (FlinkErrorKind.Transient,
        [
            "TimeoutException", "FencingTokenException", "RecipientUnreachableException", "EndpointNotStartedException", "ongoing leader election",
            "UnavailableDispatcherOperationException", "JobManager is initializing", "Cannot connect to ResourceManager", "Could not connect to BlobServer",
        ]),
        (FlinkErrorKind.ProgramThrew, ["ProgramInvocationException", "ProgramParametrizationException", "Could not execute application", "No jobs included in application"]),
        (FlinkErrorKind.NotSupported, ["Unable to load requested file", "Not found: /", "has been removed"]),
    ];

    /// <summary>Reads the body of an error answer; null if it is not one of Flink's, as a proxy's page.</summary>
    public static FlinkError? ReadBody(string body) => Errors(body) is { } errors ? ReadTexts(errors) : null;

    /// <summary>Reads a stack trace, as in the failure cause of a savepoint or a job's exceptions.</summary>
    public static FlinkError ReadTrace(string trace) => ReadTexts([trace]);

    static FlinkError ReadTexts(IReadOnlyList<string> texts)
    {
        var whole = string.Join('\n', texts);
        var lines = whole.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var cause = lines.LastOrDefault(line => line.StartsWith(CausedBy, StringComparison.Ordinal));
        return new FlinkError(Classify(whole), Cut(WithoutClass(lines.FirstOrDefault(IsTelling) ?? "Flink gave no reason.")), cause is null ? null : Cut(cause[CausedBy.Length..]));
    }

    static FlinkErrorKind Classify(string text)
    {
        foreach (var (kind, signs) in Signs)
            if (signs.Any(sign => text.Contains(sign, StringComparison.Ordinal))) return kind;
        return FlinkErrorKind.Other;
    }

    /// <summary>"Internal server error." and the frame around a server-side trace hide the message behind them.</summary>
    static bool IsTelling(string line) =>
        line is not ("Internal server error." or "<Exception on server side:")
        && !line.StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("End of exception on server side", StringComparison.Ordinal);

    static string WithoutClass(string line)
    {
        while (line.IndexOf(": ", StringComparison.Ordinal) is var end and > 0
               && line[..end] is var name && name.Contains('.') && !name.Contains(' ')
               && (name.EndsWith("Exception", StringComparison.Ordinal) || name.EndsWith("Error", StringComparison.Ordinal)))
            line = line[(end + 2)..];
        return line;
    }

    static string Cut(string text) => text.Length <= MaximumLength ? text : text[..(MaximumLength - 3)] + "...";

    static List<string>? Errors(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("errors", out var errors)
                || errors.ValueKind != JsonValueKind.Array) return null;
            return [.. errors.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
