using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>An error answer: status and the `errors` of its body.</summary>
sealed class FlinkRestException(int status, params string[] errors) : Exception(errors[0])
{
    const string Handler = "org.apache.flink.runtime.rest.handler.RestHandlerException: ";

    public int Status { get; } = status;

    public JsonObject Body => new() { ["errors"] = new JsonArray([.. errors.Select(text => (JsonNode)text)]) };

    /// <summary>An error that a handler foresaw; the causes are "class: message".</summary>
    public static FlinkRestException Handled(SimulatedVersion version, int status, string message, params string[] causes) =>
        new(status, version.AtLeast(1, 10) ? JavaTrace.Of([Handler + message, .. causes]) : message);

    public static FlinkRestException Internal(params string[] throwables) =>
        new(500, "Internal server error.", $"<Exception on server side:\n{JavaTrace.Of(throwables)}\nEnd of exception on server side>");

    public static FlinkRestException JobNotFound(string jobId) =>
        new(404, JavaTrace.Of($"org.apache.flink.runtime.rest.NotFoundException: Job {jobId} not found", JobNotFoundText(jobId)));

    public static string JobNotFoundText(string jobId) =>
        $"org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job ({jobId})";
}
