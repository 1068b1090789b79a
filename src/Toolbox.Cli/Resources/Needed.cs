using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Resources;

/// <summary>Answers of the API server that a command cannot go on without.</summary>
static class Needed
{
    /// <param name="what">What was asked for, for example <c>flinkjobs</c>.</param>
    /// <exception cref="FailureException">There is no such answer; one line says why.</exception>
    public static async Task<T> From<T>(KubernetesApiClient client, string what, Task<Answer<T>> asked)
    {
        var answer = await asked;
        if (answer.IsOk(out var value)) return value;
        throw new FailureException(answer switch
        {
            Answer<T>.Unreachable other => $"the API server {client.Server} does not answer: {other.Reason}",
            Answer<T>.NotFound when what.StartsWith("flink", StringComparison.Ordinal) =>
                $"the API server knows no {what}: install the chart flink-k8s-toolbox-crd",
            _ => $"{what}: {answer.Describe()}",
        });
    }
}
