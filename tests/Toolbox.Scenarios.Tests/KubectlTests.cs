using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>What users type into kubectl in their first hours.</summary>
public sealed class KubectlTests(ScenarioWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<ScenarioWorld>, IDisposable
{
    readonly Kubectl _kubectl = new(world);

    [KubectlFact]
    public async Task Everything_of_a_deployment_is_shown_with_its_columns_and_events()
    {
        await Apply("shown");
        var table = await _kubectl.Run("get", "fd,fc,fj,pod,svc,job,deploy");
        Assert.Matches(@"flinkdeployment.nextbreakpoint.com/shown +Updated", table);
        Assert.Matches(@"flinkcluster.nextbreakpoint.com/shown +Updated +Started +HEALTHY +2 +2 +2 +4 +NodePort", table);
        Assert.Matches(@"flinkjob.nextbreakpoint.com/shown-job-1 +Updated +Started +shown +HEALTHY +RUNNING +[0-9a-f]{32} +OnlyIfFailed +2 +2 +Automatic", table);
        Assert.Matches(@"pod/jobmanager-shown-\S+ +1/1 +Running", table);
        Assert.Matches(@"service/jobmanager-shown +NodePort", table);
        Assert.Matches(@"job.batch/bootstrap-shown-job-1 +Complete +1/1", table);
        Assert.Matches(@"deployment.apps/supervisor-shown +1/1", table);
        var described = await _kubectl.Run("describe", "fj", "shown-job-1");
        Assert.Matches(@"Job Status: +RUNNING", described);
        Assert.Matches(@"Normal +BecomeStarted +.*flink-supervisor +Flink has accepted the job", described);
        Assert.Contains("restartPolicy: OnlyIfFailed", await _kubectl.Run("get", "fj", "shown-job-1", "-o", "yaml"));
        Assert.Contains("JobManager's Service", await _kubectl.Run("explain", "fd.spec.cluster.jobManager.serviceMode"));
        Assert.Contains("successfully rolled out", await _kubectl.Run("rollout", "status", "deployment/supervisor-shown"));
        Assert.Equal("yes", (await _kubectl.Run("auth", "can-i", "create", "fd")).Trim());
    }

    [KubectlFact]
    public async Task What_is_changed_by_apply_edit_scale_and_annotate_is_carried_out()
    {
        var file = await Apply("changed");
        Assert.Contains("serverside-applied", await _kubectl.Run("apply", "--server-side", "--force-conflicts", "-f", file));
        _kubectl.Edit("sed -i 's/restartDelay: 60/restartDelay: 30/' \"$1\"");
        Assert.Contains("edited", await _kubectl.Run("edit", "fd", "changed"));
        await Until(Kinds.FlinkJob, "changed-job-1", "has the new delay", job => (int?)job["spec"]!["restart"]!["restartDelay"] == 30);
        _kubectl.Edit("sed -i 's/restartPolicy: Always/restartPolicy: Sometimes/' \"$1\"");
        var (code, text) = await _kubectl.Try("edit", "fd", "changed");
        Assert.Equal(1, code);
        Assert.Contains("is invalid", text);
        await Ready(Kinds.FlinkDeployment, "changed");
        Assert.Contains("scaled", await _kubectl.Run("scale", "fj", "changed-job-2", "--replicas=2"));
        await Job("changed-job-2", "runs with 2", job => job.IsReady() && job.Number("jobParallelism") == 2);
        Assert.Contains("scaled", await _kubectl.Run("scale", "fc", "changed", "--replicas=3"));
        await Until(Kinds.FlinkCluster, "changed", "has 3 TaskManagers", cluster => cluster.IsReady() && cluster.Number("taskManagerReplicas") == 3);
        Assert.Contains("annotated", await _kubectl.Run("annotate", "--overwrite", "fj", "changed-job-1", "operator.nextbreakpoint.com/requested-action=STOP"));
        await Job("changed-job-1", "stopped", job => job.IsStopped());
    }

    [KubectlFact]
    public async Task Logs_are_found_by_the_names_of_their_owners()
    {
        await Apply("logged");
        Assert.Equal(3, Lines(await _kubectl.Run("logs", "deployment/supervisor-logged", "--tail=3")).Length);
        Assert.Contains("Flink has accepted the job", await _kubectl.Run("logs", "job/bootstrap-logged-job-1"));
        Assert.All(Lines(await _kubectl.Run("logs", "-l", "role=supervisor", "--tail=2")), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
        var (code, text) = await _kubectl.Try("logs", "deployment/supervisor-logged", "--previous");
        Assert.Equal(1, code);
        Assert.Contains("previous terminated container \"supervisor\" in pod", text);
        var manager = Flink.JobManager("logged")!;
        await User.KillContainer(manager, "jobmanager");
        await Until(Kinds.Pod, manager.Name(), "restarted", pod => (int?)pod["status"]!["containerStatuses"]![0]!["restartCount"] >= 1);
        Assert.Contains("starting JobManager", await _kubectl.Run("logs", manager.Name(), "--previous"));
    }

    [KubectlFact]
    public async Task What_follows_a_log_or_watches_shows_changes_until_it_is_killed()
    {
        await Apply("followed");
        using var watch = _kubectl.Start("get", "fj", "followed-job-1", "--watch");
        using var logs = _kubectl.Start("logs", "-f", "deployment/supervisor-followed", "--tail=1");
        try
        {
            await Reads(watch.StandardOutput, "Started");
            await Reads(logs.StandardOutput, "{");
            await _kubectl.Run("annotate", "--overwrite", "fj", "followed-job-1", "operator.nextbreakpoint.com/requested-action=STOP");
            await Reads(watch.StandardOutput, "Stopped");
            await Reads(logs.StandardOutput, "followed-job-1");
            Assert.False(watch.HasExited || logs.HasExited);
        }
        finally
        {
            watch.Kill();
            logs.Kill();
        }
    }

    [SandboxKubectlFact]
    public async Task What_the_sandbox_cannot_do_is_said_in_words()
    {
        foreach (var (words, arguments) in new[]
        {
            ("Metrics API not available", "top pod"),
            ("does not support pods/exec", "exec deployment/flink-operator -- ls"),
            ("does not support pods/portforward", "port-forward deployment/flink-operator 8080"),
        })
        {
            var (code, text) = await _kubectl.Try(arguments.Split(' '));
            Assert.NotEqual(0, code);
            Assert.Contains(words, text);
        }
    }

    public void Dispose() => _kubectl.Dispose();

    async Task<string> Apply(string name)
    {
        var file = _kubectl.Write("deployment.yaml", ProjectFiles.Sample("deployment.yaml", "cluster-1", name));
        await _kubectl.Run("apply", "-f", file);
        await _kubectl.Run("wait", $"fd/{name}", "--for=condition=Ready", $"--timeout={World.Patience.TotalSeconds:0}s");
        Took("apply to ready");
        return file;
    }

    async Task Reads(StreamReader reader, string word)
    {
        using var limit = new CancellationTokenSource(World.Patience);
        string? line;
        do line = await reader.ReadLineAsync(limit.Token);
        while (line is not null && !line.Contains(word, StringComparison.Ordinal));
        Assert.NotNull(line);
    }

    static string[] Lines(string text) => text.Trim().Split('\n');
}
