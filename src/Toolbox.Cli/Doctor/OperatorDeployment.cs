using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Doctor;

/// <summary>Finds the operator of a namespace by what its container is told to run, whatever it is called.</summary>
static class OperatorDeployment
{
    public static ResourceType<JsonObject> Type { get; } = ResourceTypes.Json("apps", "v1", "deployments", "Deployment");

    /// <summary>Null when there is none, or none that we may see.</summary>
    public static async Task<JsonObject?> Find(KubernetesApiClient client, string @namespace, CancellationToken cancellation)
    {
        // Whoever may not list everywhere can still see one in the same namespace.
        var answer = await client.ListAll(Type, null, cancellation: cancellation);
        if (!answer.IsOk(out var list) && !(await client.ListAll(Type, @namespace, cancellation: cancellation)).IsOk(out list)) return null;
        return list.Items.FirstOrDefault(deployment => deployment.Items("spec", "template", "spec", "containers").Any(container => LooksAfter(container, @namespace)));
    }

    static bool LooksAfter(JsonObject container, string @namespace)
    {
        string[] arguments = [.. (container["command"] as JsonArray ?? []).Concat(container["args"] as JsonArray ?? []).Select(item => item.Text())];
        var run = Array.IndexOf(arguments, "operator");
        return run >= 0 && run + 1 < arguments.Length && arguments[run + 1] == "run" && NamespaceOf(arguments) == @namespace;
    }

    static string NamespaceOf(string[] arguments)
    {
        var index = Array.IndexOf(arguments, "--namespace");
        if (index >= 0 && index + 1 < arguments.Length) return arguments[index + 1];
        return arguments.FirstOrDefault(argument => argument.StartsWith("--namespace=", StringComparison.Ordinal))?.Split('=')[1] ?? "default";
    }
}
