using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Tests.Exploration.Model;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>All states seen so far, each with the one that it was first reached from; equal statuses are kept once.</summary>
sealed class StateSpace
{
    readonly Dictionary<Node, int> _indices = [];

    readonly List<(Node Node, int Parent)> _states = [];

    readonly Dictionary<ClusterStatus, ClusterStatus> _clusters = [];

    readonly Dictionary<JobStatus, JobStatus> _jobs = [];

    public int Count => _states.Count;

    public Node this[int index] => _states[index].Node;

    public int Parent(int index) => _states[index].Parent;

    public void Add(Node node, int parent)
    {
        if (_indices.ContainsKey(node)) return;
        var kept = new Node(Once(_clusters, node.Cluster), Once(_jobs, node.Job), node.World);
        _indices.Add(kept, _states.Count);
        _states.Add((kept, parent));
    }

    static T Once<T>(Dictionary<T, T> known, T value) where T : notnull
    {
        if (known.TryGetValue(value, out var first)) return first;
        known.Add(value, value);
        return value;
    }
}
