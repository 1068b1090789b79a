using System.Diagnostics;
using Toolbox.Core.Tests.Exploration.Model;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>Visits every state that a setting can reach, breadth first, so that the first counter-example of its kind is a shortest one.</summary>
sealed class Explorer(Setting setting)
{
    // More states than this mean that the setting is too wide for a test.
    const int MostStates = 2_000_000;

    const int MostCounterExamples = 8;

    readonly StateSpace _states = new();

    readonly Liveness _liveness = new(setting);

    readonly HashSet<string> _rules = [];

    readonly HashSet<string> _transitions = [];

    readonly Dictionary<string, string> _counterExamples = [];

    public Exploration Run()
    {
        var watch = Stopwatch.StartNew();
        _states.Add(setting.StartsAtRest ? _liveness.Rest(Start(setting)) : Start(setting), -1);
        long edges = 0;
        for (var index = 0; index < _states.Count && _counterExamples.Count < MostCounterExamples; index++)
        {
            var node = _states[index];
            if (_liveness.Check(node) is var (wrong, path)) Report(index, $"never at rest: {wrong}", path);
            foreach (var step in Steps(node))
            {
                edges++;
                if (step.Rule.Length > 0) Note(node, step);
                var broken = step.Violation.Length > 0 ? step.Violation : Safety.OfState(step.After);
                if (broken.Length > 0) Report(index, broken, [step.Text]);
                else _states.Add(step.After, index);
            }
            if (_states.Count > MostStates) throw new InvalidOperationException($"Setting '{setting.Name}' has more than {MostStates} states");
        }
        return new Exploration(setting.Name, watch.Elapsed, _states.Count, edges, _liveness.LongestPath, _rules, _transitions, _counterExamples.Values.ToList());
    }

    IEnumerable<Step> Steps(Node node)
    {
        var rests = true;
        foreach (var step in Deciding.Steps(node, setting).Concat(Nature.Steps(node, setting)))
        {
            rests &= step.After == node;
            yield return step;
        }
        // Delays elapse when nothing else can happen; that they elapse earlier is a disturbance.
        if (rests) yield return new Step("time passes", CanonicalTime.Of(node.Cluster, node.Job, node.World, elapsed: true));
        foreach (var step in Disturbing.Steps(node, setting)) yield return step;
    }

    // A resource that was removed has left its machine.
    void Note(Node before, Step step)
    {
        _rules.Add(step.Rule);
        if (step.After.World.Cluster.Exists) _transitions.Add($"Cluster {before.Cluster.SupervisorStatus} -> {step.After.Cluster.SupervisorStatus}");
        if (step.After.World is { Job.Exists: true, Cluster.Exists: true }) _transitions.Add($"Job {before.Job.SupervisorStatus} -> {step.After.Job.SupervisorStatus}");
    }

    static Node Start(Setting setting) => CanonicalTime.Of(Core.Cluster.ClusterStatus.Empty, Core.Job.JobStatus.Empty, new World
    {
        Cluster = new Resource(true, false, false, Ask.Nothing, 0, 1),
        Job = new Resource(true, false, false, Ask.Nothing, 0, 1),
        Budget = (byte)setting.Budget,
    });

    // One counter-example of each kind; the first one found is a shortest one.
    void Report(int index, string violation, IReadOnlyList<string> then)
    {
        if (_counterExamples.ContainsKey(violation)) return;
        var path = new List<int>();
        for (var at = index; at >= 0; at = _states.Parent(at)) path.Add(at);
        path.Reverse();
        var lines = path.Zip(path.Skip(1), (from, to) => Steps(_states[from]).First(step => step.After == _states[to]).Text).ToList();
        var scenario = lines.Select((line, number) => $"{number + 1,3}. {line}").Append("   --").Concat(then.Select((line, number) => $"{lines.Count + number + 1,3}. {line}"));
        _counterExamples.Add(violation, $"{violation}\n{string.Join('\n', scenario)}\n");
    }
}
