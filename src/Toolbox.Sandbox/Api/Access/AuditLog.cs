using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>
/// Notes who asked for what, one Event of audit.k8s.io/v1 (level Metadata) a line. Watches are noted when they begin, at the stage ResponseStarted,
/// and like all requests when they have been answered, ResponseComplete.
/// </summary>
sealed class AuditLog : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly Lock _gate = new();
    readonly TimeProvider _clock;
    StreamWriter? _writer;

    AuditLog(StreamWriter writer, TimeProvider clock) => (_writer, _clock) = (writer, clock);

    /// <summary>Goes on in a file that is there already.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static AuditLog Open(string path, TimeProvider clock)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new AuditLog(new StreamWriter(path, new UTF8Encoding(false), options) { AutoFlush = true }, clock);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new IOException($"the audit log {path} cannot be written: {error.Message}", error);
        }
    }

    /// <summary>A watch begins.</summary>
    public void Started(ApiCall call) => Write(call, "ResponseStarted", 200);

    public void Completed(ApiCall call) => Write(call, "ResponseComplete", call.Http.Response.StatusCode);

    public void Dispose()
    {
        lock (_gate)
        {
            _writer?.Dispose();
            _writer = null;
        }
    }

    void Write(ApiCall call, string stage, int code)
    {
        var line = Encoding.UTF8.GetString(JsonText.Write(Event(call, stage, code)));
        lock (_gate) _writer?.WriteLine(line);
    }

    JsonObject Event(ApiCall call, string stage, int code)
    {
        var request = call.Http.Request;
        var entry = new JsonObject
        {
            ["kind"] = "Event",
            ["apiVersion"] = "audit.k8s.io/v1",
            ["level"] = "Metadata",
            ["auditID"] = call.AuditId,
            ["stage"] = stage,
            ["requestURI"] = $"{request.Path}{request.QueryString}",
            ["verb"] = call.Target.Verb,
            ["user"] = new JsonObject { ["username"] = call.User.Name, ["groups"] = call.User.Groups.ToJsonArray() },
            ["sourceIPs"] = new JsonArray(call.Http.Connection.RemoteIpAddress?.ToString()),
            ["userAgent"] = request.Headers.UserAgent.ToString(),
        };
        if (call.Target.IsResource) entry["objectRef"] = Reference(call.Target);
        entry["responseStatus"] = new JsonObject { ["metadata"] = new JsonObject(), ["code"] = code };
        entry["requestReceivedTimestamp"] = Time(call.Received);
        entry["stageTimestamp"] = Time(_clock.GetUtcNow());
        entry["annotations"] = new JsonObject
        {
            ["authorization.k8s.io/decision"] = call.Access is null ? "forbid" : "allow",
            ["authorization.k8s.io/reason"] = call.Access?.Reason ?? "",
        };
        return entry;
    }

    static JsonObject Reference(RequestTarget target)
    {
        var reference = new JsonObject { ["resource"] = target.Resource };
        foreach (var (name, value) in new[] { ("namespace", target.Namespace), ("name", target.Name), ("apiGroup", target.Group), ("apiVersion", target.Version), ("subresource", target.Subresource) })
            if (value.Length > 0) reference[name] = value;
        return reference;
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
