using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>What the default admission plugins add to a new pod: service account and its token volume, tolerations, priority.</summary>
static class PodAdmission
{
    const string TokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";

    static readonly string[] Taints = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];

    public static void Apply(JsonObject spec)
    {
        spec.SetDefault("serviceAccountName", "default");
        spec["serviceAccount"] = spec["serviceAccountName"]!.DeepClone();
        if (spec.FlagAt("automountServiceAccountToken") != false) MountToken(spec);
        foreach (var taint in Taints) Tolerate(spec, taint);
        spec.SetDefault("priority", 0);
        spec.SetDefault("preemptionPolicy", "PreemptLowerPriority");
    }

    /// <summary>Guaranteed, Burstable or BestEffort from the requests and limits of the containers.</summary>
    public static string QualityOfService(JsonObject spec)
    {
        var containers = spec.ObjectsAt("containers").Concat(spec.ObjectsAt("initContainers")).ToList();
        if (containers.All(item => !Amounts(item, "requests").Any() && !Amounts(item, "limits").Any())) return "BestEffort";
        var guaranteed = containers.All(item =>
            ((string[])["cpu", "memory"]).All(name => item.At("resources", "limits", name) is { } limit && limit.SameAs(item.At("resources", "requests", name) ?? limit)));
        return guaranteed ? "Guaranteed" : "Burstable";
    }

    static IEnumerable<KeyValuePair<string, string>> Amounts(JsonObject container, string member) =>
        container.PairsAt("resources", member).Where(item => item.Key is "cpu" or "memory");

    static void MountToken(JsonObject spec)
    {
        var containers = spec.ObjectsAt("containers").Concat(spec.ObjectsAt("initContainers"))
            .Where(item => !item.ObjectsAt("volumeMounts").Any(mount => mount.TextAt("mountPath") == TokenPath)).ToList();
        if (containers.Count == 0) return;
        var name = "kube-api-access-" + RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", 5);
        foreach (var container in containers)
        {
            container.AddTo("volumeMounts", new JsonObject { ["name"] = name, ["readOnly"] = true, ["mountPath"] = TokenPath });
        }
        spec.AddTo("volumes", TokenVolume(name));
    }

    static JsonObject TokenVolume(string name) => new()
    {
        ["name"] = name,
        ["projected"] = new JsonObject
        {
            ["sources"] = new JsonArray(
                new JsonObject { ["serviceAccountToken"] = new JsonObject { ["expirationSeconds"] = 3607, ["path"] = "token" } },
                new JsonObject
                {
                    ["configMap"] = new JsonObject
                    {
                        ["name"] = "kube-root-ca.crt",
                        ["items"] = new JsonArray(new JsonObject { ["key"] = "ca.crt", ["path"] = "ca.crt" }),
                    },
                },
                new JsonObject
                {
                    ["downwardAPI"] = new JsonObject
                    {
                        ["items"] = new JsonArray(new JsonObject
                        {
                            ["path"] = "namespace",
                            ["fieldRef"] = new JsonObject { ["apiVersion"] = "v1", ["fieldPath"] = "metadata.namespace" },
                        }),
                    },
                }),
            ["defaultMode"] = 420,
        },
    };

    static void Tolerate(JsonObject spec, string taint)
    {
        var covered = spec.ObjectsAt("tolerations").Any(item =>
            (item.TextAt("key") is null or "" || item.TextAt("key") == taint) && item.TextAt("effect") is null or "" or "NoExecute");
        if (covered) return;
        spec.AddTo("tolerations", new JsonObject { ["key"] = taint, ["operator"] = "Exists", ["effect"] = "NoExecute", ["tolerationSeconds"] = 300 });
    }
}
