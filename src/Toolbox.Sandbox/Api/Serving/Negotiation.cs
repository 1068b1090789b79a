using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Chooses the representation from an Accept header, as the real server's negotiation does.</summary>
static class Negotiation
{
    const string Forms = "application/json, application/yaml, application/vnd.kubernetes.protobuf";

    /// <summary>The first acceptable form; a client that accepts protobuf as well gets JSON.</summary>
    public static Representation Choose(string accept, bool streams, bool custom)
    {
        if (accept.Trim().Length == 0) return Representation.Json;
        foreach (var clause in accept.Split(','))
        {
            if (Accepts(clause, streams) is { } found) return found;
        }
        if (!custom && !accept.Contains("application/", StringComparison.Ordinal))
            throw new RequestRefused(406, "NotAcceptable",
                $"406: Not Acceptable\n\nAvailable representations: {Forms}, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch", []);
        throw new RequestRefused(406, "NotAcceptable", $"only the following media types are accepted: {Forms}");
    }

    static Representation? Accepts(string clause, bool streams)
    {
        var parts = clause.Split(';', StringSplitOptions.TrimEntries);
        var parameters = parts.Skip(1).Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.First()[1]);
        if (parts[0] is not ("application/json" or "application/yaml" or "*/*" or "application/*")) return null;
        if (parameters.TryGetValue("stream", out var stream) && !(streams && stream == "watch")) return null;
        if (ShapeOf(parameters) is not { } shape) return null;
        return new Representation(parts[0] == "application/yaml", shape);
    }

    static Shape? ShapeOf(Dictionary<string, string> parameters)
    {
        if (!parameters.TryGetValue("as", out var name)) return Shape.Object;
        if (parameters.GetValueOrDefault("g") != "meta.k8s.io" || parameters.GetValueOrDefault("v") is not ("v1" or "v1beta1")) return null;
        return name switch
        {
            "Table" => Shape.Table,
            "PartialObjectMetadata" => Shape.PartialObject,
            "PartialObjectMetadataList" => Shape.PartialObjectList,
            _ => null,
        };
    }
}
