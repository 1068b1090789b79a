using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Rights;

/// <summary>
/// Operator, supervisor and bootstrap run with the service accounts of the roles chart on an API server that evaluates roles: nothing is refused, and
/// the roles hold nothing that nobody asked for.
/// </summary>
public sealed class LeastRightsTests : IDisposable
{
    /// <summary>What the roles hold although no request may have it as its verb, and why.</summary>
    static readonly IReadOnlyDictionary<(string Account, string Right), string> Unasked = new Dictionary<(string, string), string>
    {
        [("flink-operator", "create deployments.apps")] = "an apply that creates is a patch on the wire, and needs create too",
        [("flink-operator", "delete jobs.batch")] = "only for a Job whose cluster is gone with its supervisor, when the garbage collector has not removed it",
        [("flink-operator", "delete services")] = "only when the garbage collector has not removed the Service of a cluster that is gone",
        [("flink-operator", "delete pods")] = "only when the garbage collector has not removed the pods of a cluster that is gone",
        [("flink-operator", "get services")] = "only with --flink-hostname, for the node port of a JobManager's Service",
        [("flink-operator", "get flinkclusters.nextbreakpoint.com")] = "only when the cluster of a deployment is not in the cache yet",
        [("flink-operator", "get flinkjobs.nextbreakpoint.com")] = "only when the job of a deployment is not in the cache yet",
        [("flink-supervisor", "get services")] = "only when the Service is there already, after a write whose answer was lost",
        [("flink-supervisor", "get pods")] = "only when the pod is there already, after a write whose answer was lost",
        [("flink-supervisor", "get jobs.batch")] = "only when the Job is there already, after a write whose answer was lost",
        [("flink-operator", "delete leases.coordination.k8s.io")] = "only when a leader ends in peace before its pod is killed",
        [("flink-supervisor", "delete leases.coordination.k8s.io")] = "only when a leader ends in peace before its pod is killed",
    };

    readonly TemporaryFolder _folder = new();

    [InstalledToolsFact]
    public async Task Roles_hold_exactly_what_the_processes_ask_for()
    {
        using var world = await ChartWorld.Start(_folder, "", "--set replicas=2");
        await LifeOfADeployment(world);
        await LifeOfALooseJob(world);
        await Orphans(world);
        await Everything(world);
        await AnotherLeader(world);
        Assert.Empty(world.Audit.Refused());
        var complaints = new List<string>();
        foreach (var (name, space) in new[] { ("flink-operator", ChartWorld.Home), ("flink-supervisor", ChartWorld.Jobs), ("flink-bootstrap", ChartWorld.Jobs) })
        {
            var (held, asked) = (await Held(world, name), world.Audit.Of($"{space}:{name}"));
            complaints.AddRange(held.Except(asked).Where(right => !Unasked.ContainsKey((name, right))).Order().Select(right => $"{name} holds and never asks for: {right}"));
            complaints.AddRange(Unasked.Keys.Where(key => key.Account == name && !held.Contains(key.Right)).Select(key => $"{name} does not hold, and need not be excepted: {key.Right}"));
            complaints.AddRange(asked.Except(held).Order().Select(right => $"{name} asks for and does not hold: {right}"));
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    public void Dispose() => _folder.Dispose();

    static async Task LifeOfADeployment(ChartWorld world)
    {
        await world.Do("apply -f samples/deployment.yaml");
        await world.Do("wait fd/cluster-1 --for=condition=Ready --timeout=170s");
        await world.Do($"annotate --overwrite fj cluster-1-job-1 {ChartWorld.Action}=TRIGGER_SAVEPOINT");
        await world.Do("wait fj/cluster-1-job-1 --for=jsonpath={.status.savepointPath} --timeout=170s");
        await world.Ask("PUT", "/clusters/cluster-1/jobs/job-1/stop", """{"withoutSavepoint":false}""");
        await world.Shows("fj/cluster-1-job-1", ".status.supervisorStatus", "Stopped");
        await world.Ask("PUT", "/clusters/cluster-1/jobs/job-1/start", "{}");
        await world.Shows("fj/cluster-1-job-1", ".status.supervisorStatus", "Started");
        await world.Ask("GET", "/clusters/cluster-1/jobmanager/metrics");
        await world.Ask("PUT", "/clusters/cluster-1/jobs/job-2/scale", """{"parallelism":2}""");
        await world.Ask("PUT", "/clusters/cluster-1/scale", """{"taskManagers":3}""");
        await world.Shows("fc/cluster-1", ".status.taskManagerReplicas", "3");
        await world.Do($"annotate --overwrite fc cluster-1 {ChartWorld.Action}=STOP");
        await world.Shows("fc/cluster-1", ".status.supervisorStatus", "Stopped");
        await world.Do($"annotate --overwrite fc cluster-1 {ChartWorld.Action}=START");
        await world.Shows("fc/cluster-1", ".status.supervisorStatus", "Started");
    }

    /// <summary>A cluster is deleted, its job stays and the operator looks after it.</summary>
    static async Task LifeOfALooseJob(ChartWorld world)
    {
        await world.Do("apply -f samples/cluster-with-job.yaml");
        await world.Shows("fj/cluster-3-job-1", ".status.jobStatus", "RUNNING");
        await world.Do("delete fc cluster-3 --timeout=170s");
        await world.Shows("fj/cluster-3-job-1", ".status.decision.rule", "WaitForCluster");
        await world.Ask("DELETE", "/clusters/cluster-3/jobs/job-1");
        await world.Do("wait fj/cluster-3-job-1 --for=delete --timeout=170s");
    }

    /// <summary>Somebody removes the finalizer and orphans what belongs to the cluster; the operator sweeps it up.</summary>
    static async Task Orphans(ChartWorld world)
    {
        await world.Do("apply -f samples/cluster.yaml");
        var name = (await world.Do("get -f samples/cluster.yaml -o jsonpath={.metadata.name}")).Trim();
        await world.Shows($"fc/{name}", ".status.supervisorStatus", "Started");
        await world.Do($"patch fc {name} --type=merge -p " + """{"metadata":{"finalizers":null}}""");
        await world.Do($"delete fc {name} --cascade=orphan");
        await world.Do($"wait pod,service,job,deployment -l clusterName={name} --for=delete --timeout=170s");
    }

    /// <summary>A deployment is made, changed and deleted by the REST API.</summary>
    static async Task Everything(ChartWorld world)
    {
        var spec = JsonNode.Parse(await world.Do("get fd cluster-1 -o json"))!["spec"]!.ToJsonString();
        await world.Ask("POST", "/deployments/other", spec);
        await world.Do("wait fd/other --for=condition=Ready --timeout=170s");
        await world.Ask("PUT", "/deployments/other", """{"cluster":{"taskManagers":1}}""");
        await world.Ask("DELETE", "/deployments/other");
        await world.Do("wait fd/other --for=delete --timeout=170s");
        await world.Do("delete fd cluster-1 --timeout=170s");
    }

    /// <summary>The leader goes, and the other replica takes its lease.</summary>
    static async Task AnotherLeader(ChartWorld world)
    {
        const string Holder = "get lease leader-election-operator -o jsonpath={.spec.holderIdentity}";
        var leader = await world.Do(Holder);
        await world.Kubectl.Run($"-n {ChartWorld.Home} delete pod {leader}");
        await Wait.Until(() => world.Do(Holder).GetAwaiter().GetResult() is { Length: > 0 } next && next != leader, () => "another leader");
    }

    static async Task<IReadOnlySet<string>> Held(ChartWorld world, string role)
    {
        var rules = JsonNode.Parse(await world.Do($"get role {role} -o json"))!["rules"]!.AsArray();
        var held = from rule in rules from @group in Texts(rule, "apiGroups") from resource in Texts(rule, "resources") from verb in Texts(rule, "verbs")
            select AuditedRights.Right(verb, resource, @group);
        return held.ToHashSet();
    }

    static IEnumerable<string> Texts(JsonNode? rule, string name) => rule![name]!.AsArray().Select(item => (string)item!);
}
