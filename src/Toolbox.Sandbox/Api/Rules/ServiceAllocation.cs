using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Service addresses from 10.96.0.0/16 and node ports from 30000-32767, never used twice at a time.</summary>
sealed class ServiceAllocation
{
    const int FirstNodePort = 30000;
    const int LastNodePort = 32767;

    static int _next = 10;

    readonly HashSet<string> _addresses;
    readonly HashSet<long> _ports;

    public ServiceAllocation(IEnumerable<JsonObject> services)
    {
        var specs = services.Select(item => item.At("spec")).ToList();
        _addresses = [.. specs.SelectMany(spec => spec.TextsAt("clusterIPs"))];
        _ports = [.. specs.SelectMany(spec => spec.ObjectsAt("ports")).Select(port => port.NumberAt("nodePort") ?? 0)];
    }

    /// <summary>Gives a new or changed service what its type needs and takes from it what its type does not have.</summary>
    public void Complete(JsonObject spec)
    {
        var type = spec.TextAt("type");
        if (type == "ExternalName")
        {
            foreach (var name in (string[])["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"]) spec.Remove(name);
            return;
        }
        if (string.IsNullOrEmpty(spec.TextAt("clusterIP"))) spec["clusterIP"] = spec.TextsAt("clusterIPs").FirstOrDefault() ?? FreeAddress();
        spec.SetDefault("clusterIPs", new JsonArray(spec.TextAt("clusterIP")));
        if (spec.TextsAt("clusterIPs").FirstOrDefault() != spec.TextAt("clusterIP")) spec["clusterIPs"] = new JsonArray(spec.TextAt("clusterIP"));
        spec.SetDefault("ipFamilies", new JsonArray("IPv4"));
        spec.SetDefault("ipFamilyPolicy", "SingleStack");
        if (type is not ("NodePort" or "LoadBalancer")) return;
        foreach (var port in spec.ObjectsAt("ports").Where(port => port.NumberAt("nodePort") is null or 0)) port["nodePort"] = FreePort();
    }

    /// <summary>What is wrong with an address or a node port that the client chose.</summary>
    public static IEnumerable<FieldError> Refusals(JsonObject spec, RuleContext context, string uid)
    {
        var others = new ServiceAllocation(context.Contents.Where(item => item.TextAt("metadata", "uid") != uid));
        var address = spec.TextAt("clusterIP") ?? "";
        if (address is not ("" or "None"))
        {
            var why = !address.StartsWith("10.96.", StringComparison.Ordinal) || !IPAddress.TryParse(address, out _) ? "the provided network does not match the current range"
                : others._addresses.Contains(address) ? "provided IP is already allocated" : null;
            if (why is not null) yield return FieldError.Invalid("spec.clusterIPs", new JsonArray(address), $"failed to allocate IP {address}: {why}");
        }
        var index = 0;
        foreach (var port in spec.ObjectsAt("ports"))
        {
            var number = port.NumberAt("nodePort") ?? 0;
            var why = number is 0 ? null
                : number is < FirstNodePort or > LastNodePort ? $"provided port is not in the valid range. The range of valid ports is {FirstNodePort}-{LastNodePort}"
                : others._ports.Contains(number) ? "provided port is already allocated" : null;
            if (why is not null) yield return FieldError.Invalid($"spec.ports[{index}].nodePort", number, why);
            index++;
        }
    }

    string FreeAddress()
    {
        for (var attempt = 0; attempt < 65000; attempt++)
        {
            var number = (uint)Interlocked.Increment(ref _next) % 65000 + 2;
            var address = string.Create(CultureInfo.InvariantCulture, $"10.96.{number / 250}.{number % 250 + 1}");
            if (_addresses.Add(address)) return address;
        }
        throw Refuse.Internal("failed to allocate a serviceIP: range is full");
    }

    long FreePort()
    {
        for (var port = FirstNodePort; port <= LastNodePort; port++)
        {
            if (_ports.Add(port)) return port;
        }
        throw Refuse.Internal("failed to allocate a nodePort: range is full");
    }
}
