using System.Text.Json.Nodes;

namespace Toolbox.Cli.Tests.Manual;

/// <summary>Every curl and every client command that the older toolbox's manual shows, in a fitting order, on the sandbox.</summary>
public sealed class ManualTests
{
    const string Cluster = "clusters/cluster-1";
    const string Job = "clusters/cluster-1/jobs/job-1";
    const string JobOptions = "--cluster-name=cluster-1 --job-name=job-1";
    const string FlinkJob = "fj/cluster-1-job-1";

    [ManualFact]
    public async Task Reads_with_curl_and_with_flinkctl_answer_the_same()
    {
        using var world = await ManualWorld.Begin();
        await Same(world, "deployments", "deployments list", """["cluster-1"]""");
        await Same(world, "clusters", "clusters list", """["cluster-1"]""");
        await Same(world, $"{Cluster}/jobs", "jobs list --cluster-name=cluster-1", """["job-1","job-2","job-3"]""");
        await Both(world, "deployments/cluster-1/status", "deployment status --deployment-name=cluster-1", status => Assert.Equal("Updated", (string?)status["resourceStatus"]));
        await Both(world, $"{Cluster}/status", "cluster status --cluster-name=cluster-1", status => Assert.Equal("HEALTHY", (string?)status["clusterHealth"]));
        await Both(world, $"{Job}/status", $"job status {JobOptions}", status => Assert.Equal("RUNNING", (string?)status["jobStatus"]));
        await Both(world, $"{Job}/details", $"job details {JobOptions}", job => Assert.Equal("RUNNING", (string?)job["state"]));
        await Both(world, $"{Job}/metrics", $"job metrics {JobOptions}", metrics => Assert.NotNull(metrics["totalNumberOfCheckpoints"]));
        await Both(world, $"{Cluster}/jobmanager/metrics", "jobmanager metrics --cluster-name=cluster-1", metrics => Assert.NotNull(metrics["jvmMemoryHeapUsed"]));
        await Both(world, $"{Cluster}/taskmanagers", "taskmanagers list --cluster-name=cluster-1", all => Assert.Equal(2, all.AsArray().Count));
        var id = (string)(await world.Curl($"{Cluster}/taskmanagers"))![0]!["id"]!;
        await Both(world, $"{Cluster}/taskmanagers/{id}/metrics", $"taskmanager metrics --cluster-name=cluster-1 --taskmanager-id={id}", metrics => Assert.NotNull(metrics["jvmCPULoad"]));
        await Both(world, $"{Cluster}/taskmanagers/{id}/details", $"taskmanager details --cluster-name=cluster-1 --taskmanager-id={id}", one => Assert.Equal(id, (string?)one["id"]));
    }

    [ManualFact]
    public async Task Commands_with_curl_and_with_flinkctl_are_carried_out()
    {
        using var world = await ManualWorld.Begin();
        await JobsStopAndStart(world);
        await ClustersStopAndStart(world);
        await ResourcesComeAndGo(world);
    }

    static async Task JobsStopAndStart(ManualWorld world)
    {
        await world.Curl($"{Job}/savepoint/trigger", "-XPUT");
        await world.Kubectl.Run($"wait {FlinkJob} --for=jsonpath={{.status.savepointPath}} --timeout=170s");
        await world.Flinkctl($"savepoint trigger {JobOptions}");
        await world.Curl($"{Job}/stop", "-XPUT", """-d{"withoutSavepoint":false}""");
        await world.Until(FlinkJob, "supervisorStatus", "Stopped");
        await world.Flinkctl($"job start {JobOptions}");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Flinkctl($"job stop {JobOptions} --without-savepoint");
        await world.Until(FlinkJob, "supervisorStatus", "Stopped");
        await world.Curl($"{Job}/start", "-XPUT", """-d{"withoutSavepoint":true}""");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Curl($"{Job}/scale", "-XPUT", """-d{"parallelism":1}""");
        await world.Until(FlinkJob, "submission.parallelism", "1");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Flinkctl($"job scale {JobOptions} --parallelism=2");
        await world.Until(FlinkJob, "submission.parallelism", "2");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
    }

    static async Task ClustersStopAndStart(ManualWorld world)
    {
        await world.Curl($"{Cluster}/scale", "-XPUT", """-d{"taskManagers":4}""");
        await world.Flinkctl("cluster scale --cluster-name=cluster-1 --task-managers=4");
        await world.Curl($"{Cluster}/stop", "-XPUT", """-d{"withoutSavepoint":false}""");
        await world.Until("fc/cluster-1", "supervisorStatus", "Stopped");
        await world.Flinkctl("cluster start --cluster-name=cluster-1");
        await world.Until("fc/cluster-1", "clusterHealth", "HEALTHY");
        await world.Flinkctl("cluster stop --cluster-name=cluster-1 --without-savepoint");
        await world.Until("fc/cluster-1", "supervisorStatus", "Stopped");
        await world.Curl($"{Cluster}/start", "-XPUT", """-d{"withoutSavepoint":true}""");
        await world.Until("fc/cluster-1", "clusterHealth", "HEALTHY");
        await world.Flinkctl($"job start {JobOptions}");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Curl($"{Job}/savepoint/forget", "-XPUT");
        await world.Flinkctl($"savepoint forget {JobOptions}");
    }

    static async Task ResourcesComeAndGo(ManualWorld world)
    {
        await world.KeepSpec("fd/cluster-1", "deployment-spec.json");
        await world.KeepSpec("fc/cluster-1", "cluster-spec.json");
        await world.KeepSpec(FlinkJob, "job-spec-1.json");
        await world.Curl("deployments/cluster-1", "-XPUT", "-d@deployment-spec.json");
        await world.Flinkctl("deployment delete --deployment-name=cluster-1");
        await world.UntilGone("fd/cluster-1");
        await world.Curl(Cluster, "-XPOST", "-d@cluster-spec.json");
        await world.Curl(Job, "-XPOST", "-d@job-spec-1.json");
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Curl(Job, "-XPUT", "-d@job-spec-1.json");
        await world.Curl(Cluster, "-XPUT", "-d@cluster-spec.json");
        await world.Curl(Job, "-XDELETE");
        await world.UntilGone(FlinkJob);
        await world.Flinkctl("cluster delete --cluster-name=cluster-1");
        await world.UntilGone("fc/cluster-1");
        await world.Curl("deployments/cluster-1", "-XPOST", "-d@deployment-spec.json");
        await world.UntilThere(FlinkJob);
        await world.Until(FlinkJob, "jobStatus", "RUNNING");
        await world.Curl("deployments/cluster-1", "-XDELETE");
        await world.UntilGone("fd/cluster-1");
    }

    static async Task Same(ManualWorld world, string path, string command, string expected)
    {
        Assert.Equal(expected, (await world.Curl(path))!.ToJsonString());
        Assert.Equal(expected, (await world.Flinkctl(command))!.ToJsonString());
    }

    static async Task Both(ManualWorld world, string path, string command, Action<JsonNode> check)
    {
        check((await world.Curl(path))!);
        check((await world.Flinkctl(command))!);
    }
}
