using Toolbox.Flink;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Rest.Replies;

/// <summary>Answers of the API server and of Flink as replies.</summary>
static class UpstreamReplies
{
    /// <param name="kind">What was asked about, in a word, for example Cluster.</param>
    public static Reply From<T>(Answer<T> answer, string kind) => answer switch
    {
        Answer<T>.Ok => new Reply.Done(),
        Answer<T>.NotFound => NotFound(kind),
        Answer<T>.AlreadyExists other => new Reply.Refused(Refusal.Conflict, other.Message),
        Answer<T>.Conflict other => new Reply.Refused(Refusal.Conflict, other.Message),
        Answer<T>.Gone other => new Reply.Refused(Refusal.Conflict, other.Message),
        Answer<T>.Invalid other => new Reply.Refused(Refusal.Malformed, other.Message),
        Answer<T>.Forbidden other => new Reply.Refused(Refusal.UpstreamFailed, $"the API server forbids it: {other.Message}"),
        Answer<T>.Throttled other => new Reply.Refused(Refusal.NotReady, $"the API server asks to wait {other.RetryAfter.TotalSeconds:0.#} s"),
        Answer<T>.Unreachable other => new Reply.Refused(Refusal.UpstreamFailed, $"the API server does not answer: {other.Reason}"),
        Answer<T>.Rejected { Code: 400 } other => new Reply.Refused(Refusal.Malformed, other.Message),
        Answer<T>.Rejected { Code: 413 } other => new Reply.Refused(Refusal.TooLarge, other.Message),
        Answer<T>.Rejected other => new Reply.Refused(Refusal.UpstreamFailed, $"the API server refused with {other.Code}: {other.Message}"),
    };

    public static Reply From<T>(FlinkAnswer<T> answer, string kind, Func<T, string> output) => answer switch
    {
        FlinkAnswer<T>.Ok ok => new Reply.Output(output(ok.Value)),
        FlinkAnswer<T>.NotFound => NotFound(kind),
        FlinkAnswer<T>.Refused other => new Reply.Refused(Refusal.UpstreamFailed, $"Flink refused with {other.Code}: {other.Error}"),
        FlinkAnswer<T>.Unreachable other => new Reply.Refused(Refusal.UpstreamFailed, $"Flink does not answer: {WithoutQuery(other.Reason)}"),
    };

    // The names of all metrics that were asked for would hide what happened.
    static string WithoutQuery(string reason)
    {
        var query = reason.IndexOf('?', StringComparison.Ordinal);
        var end = query < 0 ? -1 : reason.IndexOf(": ", query, StringComparison.Ordinal);
        return end < 0 ? reason : reason.Remove(query, end - query);
    }

    public static Reply.Refused NotFound(string kind) => new(Refusal.NotFound, $"{kind} not found");
}
