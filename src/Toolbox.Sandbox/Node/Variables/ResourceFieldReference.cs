using System.Globalization;
using k8s.Models;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>Reads <c>resourceFieldRef</c>: a request or limit of a container, divided and rounded up as Kubernetes does.</summary>
public static class ResourceFieldReference
{
    /// <summary>The number as text; a limit that is not set is the node's capacity; null when the resource's name is not supported.</summary>
    public static string? Read(V1Container container, string resource, string? divisor, IDictionary<string, ResourceQuantity> capacity)
    {
        var (kind, name) = resource.IndexOf('.') is var dot and > 0 ? (resource[..dot], resource[(dot + 1)..]) : ("", resource);
        if (name is not ("cpu" or "memory" or "ephemeral-storage"))
            return null;
        var quantity = kind switch
        {
            "limits" => Of(container.Resources?.Limits, name) ?? Of(capacity, name),
            "requests" => Of(container.Resources?.Requests, name) ?? Of(container.Resources?.Limits, name),
            _ => null,
        };
        if (kind is not ("limits" or "requests"))
            return null;
        var unit = string.IsNullOrEmpty(divisor) || divisor == "0" ? 1m : new ResourceQuantity(divisor).ToDecimal();
        return Math.Ceiling((quantity?.ToDecimal() ?? 0m) / unit).ToString("0", CultureInfo.InvariantCulture);
    }

    static ResourceQuantity? Of(IDictionary<string, ResourceQuantity>? quantities, string name) =>
        quantities is not null && quantities.TryGetValue(name, out var quantity) ? quantity : null;
}
