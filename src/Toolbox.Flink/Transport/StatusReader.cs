namespace Toolbox.Flink.Transport;

/// <summary>
/// What an error answer means. Flink gives no error codes and some statuses mislead: an unknown job can be 500, a missing leader 404.
/// So the text decides, and an answer without Flink's `errors` is a proxy's, hence no verdict.
/// </summary>
static class StatusReader
{
    static readonly string[] Absent =
        ["FlinkJobNotFoundException", "UnknownTaskExecutorException", "rest.NotFoundException: ", "Job could not be found", "Operation not found under key", "There is no savepoint operation"];

    public static FlinkAnswer<T> Read<T>(string call, int status, string body)
    {
        if (FlinkErrorReader.ReadBody(body) is not { } error) return new FlinkAnswer<T>.Unreachable($"{call}: status {status} without an answer of Flink.");
        if (status is 408 or 502 or 503 or 504 || error.Kind == FlinkErrorKind.Transient) return new FlinkAnswer<T>.Unreachable($"{call}: {error}");
        if (status is 404 or 500 && error.Kind == FlinkErrorKind.Other && Absent.Any(sign => body.Contains(sign, StringComparison.Ordinal)))
            return new FlinkAnswer<T>.NotFound(error.FirstLine);
        // A 500 with a cause that we know is as good as a refusal; with another one nobody knows.
        if (status >= 500 && error.Kind == FlinkErrorKind.Other) return new FlinkAnswer<T>.Unreachable($"{call}: {error}");
        return status is >= 300 and < 600 ? new FlinkAnswer<T>.Refused(status, error) : new FlinkAnswer<T>.Unreachable($"{call}: status {status}.");
    }
}
