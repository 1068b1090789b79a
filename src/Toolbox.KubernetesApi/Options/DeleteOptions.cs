using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

/// <summary>How, and only if what, something is deleted.</summary>
public sealed record DeleteOptions
{
    /// <summary>Delete only the object with this uid; another one is a conflict.</summary>
    public string? Uid { get; init; }

    /// <summary>Delete only this version; another one is a conflict.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary><c>Background</c>, <c>Foreground</c> or <c>Orphan</c>; without it the resource's own default.</summary>
    public string? PropagationPolicy { get; init; }

    /// <summary>Seconds that a pod gets to end; 0 removes it at once.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>Check and answer, delete nothing.</summary>
    public bool DryRun { get; init; }

    internal JsonObject Body()
    {
        var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions" };
        if (Uid is not null || ResourceVersion is not null)
        {
            var preconditions = new JsonObject();
            if (Uid is not null) preconditions["uid"] = Uid;
            if (ResourceVersion is not null) preconditions["resourceVersion"] = ResourceVersion;
            body["preconditions"] = preconditions;
        }
        if (PropagationPolicy is not null) body["propagationPolicy"] = PropagationPolicy;
        if (GracePeriodSeconds is not null) body["gracePeriodSeconds"] = GracePeriodSeconds;
        if (DryRun) body["dryRun"] = new JsonArray("All");
        return body;
    }
}
