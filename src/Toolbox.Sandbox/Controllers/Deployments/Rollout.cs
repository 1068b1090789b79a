using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>One look at a deployment: its replica sets told apart, and the arithmetic of surge and unavailability.</summary>
sealed class Rollout
{
    public const string RevisionAnnotation = "deployment.kubernetes.io/revision";

    public Rollout(JsonObject deployment, IEnumerable<JsonObject> sets)
    {
        Deployment = deployment;
        All = [.. sets.OrderBy(set => set.TimeAt("metadata", "creationTimestamp")).ThenBy(set => set.TextAt("metadata", "name"), StringComparer.Ordinal)];
        New = All.FirstOrDefault(set => TemplateHash.SameTemplate(set.At("spec", "template"), deployment.At("spec", "template")));
        Old = [.. All.Where(set => set != New)];
    }

    public JsonObject Deployment { get; }

    public List<JsonObject> All { get; }

    /// <summary>The set of the present template, if there is one yet.</summary>
    public JsonObject? New { get; }

    public List<JsonObject> Old { get; }

    public int Desired => (int)(Deployment.NumberAt("spec", "replicas") ?? 1);

    public bool Recreates => Deployment.TextAt("spec", "strategy", "type") == "Recreate";

    public bool Paused => Deployment.FlagAt("spec", "paused") == true;

    /// <summary>How many pods may exist beyond the desired ones.</summary>
    public int Surge => Recreates ? 0 : Share("maxSurge", roundUp: true);

    /// <summary>How many of the desired pods may be missing. Both limits zero would never move, so then it is one.</summary>
    public int Unavailable
    {
        get
        {
            if (Recreates || Desired == 0) return 0;
            var share = Math.Min(Share("maxUnavailable", roundUp: false), Desired);
            return share == 0 && Surge == 0 ? 1 : share;
        }
    }

    public int Most => Desired + Surge;

    /// <summary>The next revision's number if the present template is to get one, else the one it has.</summary>
    public long NextRevision => Math.Max(Old.Select(Revision).DefaultIfEmpty(0).Max() + 1, New is null ? 0 : Revision(New));

    public static long Revision(JsonObject set) =>
        long.TryParse(set.TextAt("metadata", "annotations", RevisionAnnotation), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static int Replicas(JsonObject set) => (int)(set.NumberAt("spec", "replicas") ?? 1);

    public static int Count(JsonObject? set, string name) => (int)(set.NumberAt("status", name) ?? 0);

    public static int Sum(IEnumerable<JsonObject> sets, string name) => sets.Sum(set => Count(set, name));

    public static bool Owns(JsonObject deployment, JsonObject pod, IEnumerable<JsonObject> sets) =>
        Owners.Controller(pod).TextAt("uid") is { } uid && sets.Any(set => ObjectMetadata.Uid(set) == uid)
        && ObjectMetadata.Key(pod).Namespace == ObjectMetadata.Key(deployment).Namespace;

    // A number of pods, or a percentage of the desired ones.
    int Share(string name, bool roundUp)
    {
        var limit = Deployment.At("spec", "strategy", "rollingUpdate", name);
        if (limit.AsNumber() is { } number) return (int)number;
        var percent = int.TryParse((limit.AsText() ?? "25%").TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 25;
        var share = Desired * percent / 100.0;
        return (int)(roundUp ? Math.Ceiling(share) : Math.Floor(share));
    }
}
