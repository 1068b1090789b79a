using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>The defaults of a PodSpec, in pods and in templates alike (core/v1 defaults.go).</summary>
static class PodDefaults
{
    static readonly Dictionary<string, int> FileModes = new(StringComparer.Ordinal)
    {
        ["secret"] = 420, ["configMap"] = 420, ["projected"] = 420, ["downwardAPI"] = 420,
    };

    public static void Apply(JsonObject spec)
    {
        spec.SetDefault("restartPolicy", "Always");
        spec.SetDefault("terminationGracePeriodSeconds", 30);
        spec.SetDefault("dnsPolicy", "ClusterFirst");
        spec.SetDefault("securityContext", new JsonObject());
        spec.SetDefault("schedulerName", "default-scheduler");
        if (spec.TextAt("serviceAccountName") is { } account) spec.SetDefault("serviceAccount", account);
        else if (spec.TextAt("serviceAccount") is { } old) spec["serviceAccountName"] = old;
        foreach (var list in (string[])["initContainers", "containers"])
        {
            foreach (var container in spec.ObjectsAt(list)) Container(container);
        }
        foreach (var volume in spec.ObjectsAt("volumes")) Volume(volume);
    }

    static void Container(JsonObject container)
    {
        container.SetDefault("terminationMessagePath", "/dev/termination-log");
        container.SetDefault("terminationMessagePolicy", "File");
        container.SetDefault("imagePullPolicy", PullPolicy(container.TextAt("image") ?? ""));
        foreach (var port in container.ObjectsAt("ports")) port.SetDefault("protocol", "TCP");
        foreach (var variable in container.ObjectsAt("env"))
        {
            if (variable.At("valueFrom", "fieldRef") is JsonObject field) field.SetDefault("apiVersion", "v1");
        }
        foreach (var probe in (string[])["livenessProbe", "readinessProbe", "startupProbe"])
        {
            if (container[probe] is JsonObject item) Probe(item);
        }
        Requests(container);
    }

    // A limit without a request requests as much.
    static void Requests(JsonObject container)
    {
        if (container.At("resources", "limits") is not JsonObject limits) return;
        var requests = container.Child("resources").Child("requests");
        foreach (var (name, amount) in limits) requests.SetDefault(name, amount?.DeepClone());
    }

    static void Probe(JsonObject probe)
    {
        probe.SetDefault("timeoutSeconds", 1);
        probe.SetDefault("periodSeconds", 10);
        probe.SetDefault("successThreshold", 1);
        probe.SetDefault("failureThreshold", 3);
        if (probe["httpGet"] is not JsonObject get) return;
        get.SetDefault("path", "/");
        get.SetDefault("scheme", "HTTP");
    }

    static void Volume(JsonObject volume)
    {
        if (!volume.Any(member => member.Key != "name")) volume["emptyDir"] = new JsonObject();
        foreach (var (kind, mode) in FileModes)
        {
            if (volume[kind] is JsonObject source) source.SetDefault("defaultMode", mode);
        }
        foreach (var token in volume.ObjectsAt("projected", "sources").Select(source => source["serviceAccountToken"]).OfType<JsonObject>())
        {
            token.SetDefault("expirationSeconds", 3600);
        }
        if (volume["hostPath"] is JsonObject path) path.SetDefault("type", "");
    }

    static string PullPolicy(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var isLatest = !name.Contains('@') && (!name.Contains(':') || name.EndsWith(":latest", StringComparison.Ordinal));
        return isLatest ? "Always" : "IfNotPresent";
    }
}
