using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>The checked options of a log request.</summary>
static class PodLogRequest
{
    static readonly string[] Forwarded = ["follow", "previous", "timestamps", "tailLines", "sinceSeconds", "sinceTime", "limitBytes"];

    /// <summary>The query that the kubelet understands.</summary>
    public static string Query(ApiCall call)
    {
        var given = Forwarded.Where(name => call.Query(name) is { Length: > 0 }).Select(name => $"{name}={Uri.EscapeDataString(call.Query(name)!)}");
        return string.Join('&', given);
    }

    /// <exception cref="RequestRefused">422 with every option that is out of range.</exception>
    public static void Check(ApiCall call, string pod)
    {
        var errors = new List<FieldError>();
        if (Number(call, "tailLines") is < 0 and var lines) errors.Add(FieldError.Invalid("tailLines", lines, "must be greater than or equal to 0"));
        if (Number(call, "limitBytes") is < 1 and var bytes) errors.Add(FieldError.Invalid("limitBytes", bytes, "must be greater than 0"));
        if (Number(call, "sinceSeconds") is not null && call.Query("sinceTime") is not null)
            errors.Add(FieldError.Forbidden("[]", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        else if (Number(call, "sinceSeconds") is < 1 and var seconds) errors.Add(FieldError.Invalid("sinceSeconds", seconds, "must be greater than 0"));
        if (errors.Count > 0) throw Refuse.Invalid("", "PodLogOptions", pod, errors);
    }

    /// <summary>The container that is asked for or the only one.</summary>
    public static string Container(ApiCall call, JsonObject pod)
    {
        var name = pod.TextAt("metadata", "name");
        var containers = pod.ObjectsAt("spec", "containers").Select(item => item.TextAt("name") ?? "").ToList();
        var initial = pod.ObjectsAt("spec", "initContainers").Select(item => item.TextAt("name") ?? "").ToList();
        if (call.Query("container") is { Length: > 0 } asked)
            return containers.Contains(asked) || initial.Contains(asked) ? asked : throw Refuse.BadRequest($"container {asked} is not valid for pod {name}");
        if (containers.Count == 1) return containers[0];
        var others = initial.Count == 0 ? "" : $" or one of the init containers: [{string.Join(' ', initial)}]";
        throw Refuse.BadRequest($"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', containers)}]{others}");
    }

    static long? Number(ApiCall call, string name)
    {
        if (call.Query(name) is not { Length: > 0 } text) return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : throw Refuse.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }
}
