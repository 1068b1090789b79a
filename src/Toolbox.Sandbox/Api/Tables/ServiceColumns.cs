using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of services, endpoints and endpoint slices.</summary>
static class ServiceColumns
{
    public static IReadOnlyList<TableColumn> Services { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Type", "How the service is exposed.", item => item.At("spec", "type")),
        TableColumns.Text("Cluster-IP", "The address inside the cluster.", item => item.TextAt("spec", "clusterIP") is { Length: > 0 } address ? address : "<none>"),
        TableColumns.Text("External-IP", "The addresses outside the cluster.", item => External(item)),
        TableColumns.Text("Port(s)", "The ports.", item => Ports(item)),
        TableColumns.Age,
        TableColumns.Text("Selector", "Labels of the pods.", item => Selector(item), 1),
    ];

    public static IReadOnlyList<TableColumn> Endpoints { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Endpoints", "Addresses and ports behind the service.", item => Addresses(item)),
        TableColumns.Age,
    ];

    public static IReadOnlyList<TableColumn> EndpointSlices { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("AddressType", "The kind of address.", item => item.At("addressType")),
        TableColumns.Text("Ports", "The ports.", item => Some(item.ObjectsAt("ports").Select(port => $"{port.NumberAt("port")}"))),
        TableColumns.Text("Endpoints", "The addresses.", item => Some(item.ObjectsAt("endpoints").SelectMany(endpoint => endpoint.TextsAt("addresses")))),
        TableColumns.Age,
    ];

    static string External(JsonObject service)
    {
        var addresses = service.TextsAt("spec", "externalIPs");
        switch (service.TextAt("spec", "type"))
        {
            case "ExternalName":
                return service.TextAt("spec", "externalName") ?? "<none>";
            case "LoadBalancer":
                var ingress = service.ObjectsAt("status", "loadBalancer", "ingress").Select(item => item.TextAt("ip") ?? item.TextAt("hostname") ?? "");
                var all = string.Join(',', ingress.Concat(addresses));
                return all.Length == 0 ? "<pending>" : all;
            default:
                var text = string.Join(',', addresses);
                return text.Length == 0 ? "<none>" : text;
        }
    }

    static string Ports(JsonObject service)
    {
        var ports = service.ObjectsAt("spec", "ports").Select(port =>
            port.NumberAt("nodePort") is > 0 and var node ? $"{port.NumberAt("port")}:{node}/{port.TextAt("protocol")}" : $"{port.NumberAt("port")}/{port.TextAt("protocol")}").ToList();
        return ports.Count == 0 ? "<none>" : string.Join(',', ports);
    }

    static string Selector(JsonObject service)
    {
        var text = string.Join(',', service.PairsAt("spec", "selector").OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        return text.Length == 0 ? "<none>" : text;
    }

    static string Addresses(JsonObject endpoints)
    {
        var all = endpoints.ObjectsAt("subsets").SelectMany(subset =>
            subset.ObjectsAt("addresses").SelectMany(address => subset.ObjectsAt("ports").Select(port => $"{address.TextAt("ip")}:{port.NumberAt("port")}"))).ToList();
        return all.Count == 0 ? "<none>" : Shortened(all);
    }

    static string Some(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? "<unset>" : Shortened(all);
    }

    static string Shortened(List<string> items) =>
        items.Count <= 3 ? string.Join(',', items) : $"{string.Join(',', items.Take(3))} + {items.Count - 3} more...";
}
