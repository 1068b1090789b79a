using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>The checks of a PodSpec that users run into most: containers, images, names, ports, policies, mounts.</summary>
static class PodSpecValidation
{
    static readonly string[] RestartPolicies = ["Always", "OnFailure", "Never"];
    static readonly string[] PullPolicies = ["Always", "IfNotPresent", "Never"];

    public static IEnumerable<FieldError> Validate(JsonObject spec, string path)
    {
        if (!spec.ObjectsAt("containers").Any()) yield return FieldError.Required($"{path}.containers");
        var volumes = spec.ObjectsAt("volumes").Select(item => item.TextAt("name") ?? "").ToHashSet();
        var seen = new HashSet<string>();
        foreach (var list in (string[])["containers", "initContainers"])
        {
            var index = 0;
            foreach (var container in spec.ObjectsAt(list))
            {
                foreach (var error in Container(container, $"{path}.{list}[{index++}]", seen, volumes)) yield return error;
            }
        }
        if (spec.TextAt("restartPolicy") is { } policy && !RestartPolicies.Contains(policy))
            yield return FieldError.NotSupported($"{path}.restartPolicy", policy, RestartPolicies);
        if (spec.NumberAt("terminationGracePeriodSeconds") < 0)
            yield return FieldError.Invalid($"{path}.terminationGracePeriodSeconds", spec.NumberAt("terminationGracePeriodSeconds"), "must be greater than or equal to 0");
    }

    static IEnumerable<FieldError> Container(JsonObject container, string path, HashSet<string> seen, HashSet<string> volumes)
    {
        var name = container.TextAt("name") ?? "";
        if (name.Length == 0) yield return FieldError.Required($"{path}.name");
        else if (!seen.Add(name)) yield return FieldError.Duplicate($"{path}.name", name);
        if (string.IsNullOrEmpty(container.TextAt("image"))) yield return FieldError.Required($"{path}.image");
        if (container.TextAt("imagePullPolicy") is { } policy && !PullPolicies.Contains(policy))
            yield return FieldError.NotSupported($"{path}.imagePullPolicy", policy, PullPolicies);
        foreach (var error in Ports(container, path)) yield return error;
        var index = 0;
        foreach (var mount in container.ObjectsAt("volumeMounts"))
        {
            var volume = mount.TextAt("name") ?? "";
            if (!volumes.Contains(volume)) yield return new FieldError($"{path}.volumeMounts[{index}].name", "FieldValueNotFound", $"Not found: \"{volume}\"");
            if (string.IsNullOrEmpty(mount.TextAt("mountPath"))) yield return FieldError.Required($"{path}.volumeMounts[{index}].mountPath");
            index++;
        }
    }

    static IEnumerable<FieldError> Ports(JsonObject container, string path)
    {
        var index = 0;
        foreach (var port in container.ObjectsAt("ports"))
        {
            var number = port.NumberAt("containerPort");
            if (number is null or 0) yield return FieldError.Required($"{path}.ports[{index}].containerPort");
            else if (number is < 1 or > 65535) yield return FieldError.Invalid($"{path}.ports[{index}].containerPort", number, "must be between 1 and 65535, inclusive");
            index++;
        }
    }
}
