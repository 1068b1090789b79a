using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>
/// How many requests there were, for <c>GET /metrics</c>: the counter <c>apiserver_request_total</c> of a kube-apiserver with its labels verb and
/// resource, and with the user, which a real one does not tell.
/// </summary>
sealed class RequestCounts
{
    readonly ConcurrentDictionary<(string Verb, string Resource, string User), long> _counts = new();

    public void Count(ApiCall call)
    {
        var target = call.Target;
        _counts.AddOrUpdate((target.Verb.ToUpperInvariant(), target.IsResource ? target.Resource : "", call.User.Name), 1, (_, count) => count + 1);
    }

    /// <summary>In the Prometheus text format.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("# HELP apiserver_request_total Counter of apiserver requests.\n# TYPE apiserver_request_total counter\n");
        foreach (var ((verb, resource, user), count) in _counts.OrderBy(item => item.Key))
            text.Append(CultureInfo.InvariantCulture, $"apiserver_request_total{{verb=\"{verb}\",resource=\"{resource}\",user=\"{user}\"}} {count}\n");
        return text.ToString();
    }
}
