using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Refusals;

/// <summary>The request is answered with a failed Status; thrown anywhere below a verb and written by the pipeline.</summary>
sealed class RequestRefused : Exception
{
    public RequestRefused(int code, string reason, string message, JsonObject? details = null, int? retryAfter = null, string? @continue = null)
        : base(message)
    {
        Code = code;
        RetryAfter = retryAfter;
        var metadata = new JsonObject();
        if (@continue is not null) metadata["continue"] = @continue;
        Status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = metadata,
            ["status"] = "Failure",
            ["message"] = message,
        };
        if (reason.Length > 0) Status["reason"] = reason;
        if (details is not null) Status["details"] = details;
        Status["code"] = code;
    }

    public int Code { get; }

    public int? RetryAfter { get; }

    public JsonObject Status { get; }
}
