using Toolbox.Core;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Execution;

/// <summary>Answers of the API server as outcomes of commands.</summary>
static class Outcomes
{
    public static Outcome From<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Ok => new Outcome.Done(),
        Answer<T>.NotFound other => new Outcome.NotFound(other.Message),
        Answer<T>.AlreadyExists other => new Outcome.Rejected(other.Message),
        Answer<T>.Conflict other => new Outcome.Conflict(other.Message),
        Answer<T>.Gone other => new Outcome.Conflict(other.Message),
        Answer<T>.Invalid other => new Outcome.Rejected(other.Message),
        Answer<T>.Forbidden other => new Outcome.Rejected(other.Message),
        Answer<T>.Throttled other => new Outcome.Throttled(other.RetryAfter),
        Answer<T>.Unreachable other => new Outcome.Unreachable(other.Reason),
        Answer<T>.Rejected other => new Outcome.Rejected($"{other.Message} (HTTP {other.Code})"),
    };

    /// <summary>What shall not be there and is not there is as it shall be.</summary>
    public static Outcome OfDeletion<T>(Answer<T> answer) => answer is Answer<T>.NotFound ? new Outcome.Done() : From(answer);
}
