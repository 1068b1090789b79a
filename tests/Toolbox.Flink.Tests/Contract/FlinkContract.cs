namespace Toolbox.Flink.Tests.Contract;

/// <summary>What the client relies on, as sentences about a Flink cluster. The same bodies run against the simulated and the real Flink.</summary>
static class FlinkContract
{
    public static IEnumerable<string> Sentences => typeof(FlinkContract).GetMethods()
        .Where(method => method.IsStatic && method.GetParameters() is [{ } only] && only.ParameterType == typeof(ContractTarget)).Select(method => method.Name);

    public static Task HoldsAsync(string sentence, ContractTarget flink) => (Task)typeof(FlinkContract).GetMethod(sentence)!.Invoke(null, [flink])!;

    public static async Task The_overview_counts_slots_and_task_managers(ContractTarget flink)
    {
        var overview = (await flink.Client.OverviewAsync()).Value();
        Assert.Equal((1, ContractTarget.Slots), (overview.TaskManagers, overview.SlotsTotal));
        Assert.Equal(flink.Version, (await flink.Client.VersionAsync()).Value());
        var taskManager = Assert.Single((await flink.Client.TaskManagersAsync()).Value());
        Assert.Equal(ContractTarget.Slots, (await flink.Client.TaskManagerAsync(taskManager.Id)).Value().Slots);
        Assert.Contains("flink-web-", (await flink.Client.JobManagerConfigAsync()).Value()["web.tmpdir"]);
    }

    public static async Task A_jar_can_be_uploaded_listed_and_deleted(ContractTarget flink)
    {
        var id = await flink.UploadAsync();
        Assert.Equal("flink-jobs.jar", (await flink.Client.ListJarsAsync()).Value().Single(jar => jar.Id == id).Name);
        Assert.True((await flink.Client.DeleteJarAsync(id)).Value());
        Assert.DoesNotContain((await flink.Client.ListJarsAsync()).Value(), jar => jar.Id == id);
        Assert.IsType<FlinkAnswer<bool>.NotFound>(await flink.Client.DeleteJarAsync(id));
    }

    public static async Task A_job_id_of_our_choice_is_honoured_and_never_taken_twice(ContractTarget flink)
    {
        var (jar, id) = (await flink.UploadAsync(), flink.NewId());
        var request = new RunRequest(id, ContractTarget.TestJob, 1) { Arguments = ["--CONSOLE_OUTPUT", "true"] };
        Assert.Equal(id, (await flink.Client.RunJarAsync(jar, request)).Value());
        await flink.UntilJobAsync(id, job => job.RunsFully);
        AssertRefused(FlinkErrorKind.DuplicateJob, await flink.Client.RunJarAsync(jar, request));
        var details = await flink.UntilAsync(async () => (await flink.Client.JobAsync(id)).Value(), job => job.State == JobState.Running && job.Vertices is { Count: > 0 });
        Assert.Equal("TestJob", details.Name);
        Assert.All(details.Vertices!, vertex => Assert.Equal(1, vertex.Parallelism));
        await flink.CancelAsync(id);
        AssertRefused(FlinkErrorKind.DuplicateJob, await flink.Client.RunJarAsync(jar, request));
    }

    public static async Task A_batch_job_ends_by_itself_and_a_cancellation_then_comes_too_late(ContractTarget flink)
    {
        var id = await flink.RunAsync(ContractTarget.BatchJob);
        var ended = await flink.UntilJobAsync(id, job => job.State.IsEnded());
        Assert.Equal(JobState.Finished, ended.State);
        Assert.True(ended.EndTime > 0);
        // Before 1.15 an ended job counts as not found. Until an ended job is archived, a cancellation is accepted and does nothing.
        FlinkAnswer<CancelOutcome> expected = flink.Version.ClientTriggerId
            ? new FlinkAnswer<CancelOutcome>.Ok(new CancelOutcome.AlreadyEnded(JobState.Finished))
            : new FlinkAnswer<CancelOutcome>.NotFound("Job could not be found.");
        await flink.UntilAsync(() => flink.Client.CancelAsync(id), answer => answer == expected);
        Assert.Equal(JobState.Finished, (await flink.UntilJobAsync(id, _ => true)).State);
    }

    public static async Task A_savepoint_is_written_while_the_job_goes_on(ContractTarget flink)
    {
        var id = await flink.RunFullyAsync();
        var asked = flink.NewId();
        var trigger = (await flink.Client.TriggerSavepointAsync(id, flink.SavepointDirectory, triggerId: asked)).Value();
        if (flink.Version.ClientTriggerId) Assert.Equal(asked, trigger);
        var location = Assert.IsType<SavepointStatus.Completed>(await flink.UntilSavepointEndsAsync(id, trigger)).Location;
        Assert.StartsWith(flink.SavepointDirectory.Replace("file:///", "file:/") + "/savepoint-" + id[..6], location);
        if (flink.Version.ClientTriggerId) Assert.Equal(asked, (await flink.Client.TriggerSavepointAsync(id, flink.SavepointDirectory, triggerId: asked)).Value());
        Assert.True((await flink.UntilJobAsync(id, _ => true)).RunsFully);
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(id)).Value().Savepoint?.Path, path => path == location);
        await flink.CancelAsync(id);
    }

    public static async Task A_job_that_is_stopped_and_restored_loses_nothing_and_counts_nothing_twice(ContractTarget flink)
    {
        var name = flink.NewId();
        var first = await flink.RunFullyAsync(arguments: flink.CountedArguments(name));
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(first)).Value().Counts.Completed, completed => completed > 0);
        var location = await flink.StopAsync(first);
        var before = await flink.AssertNothingLostAsync(name, first);

        var second = await flink.RunFullyAsync(location, arguments: flink.CountedArguments(name));
        var restored = await flink.UntilAsync(
            async () => (await flink.Client.CheckpointsAsync(second)).Value(), statistics => statistics is { Restored: not null, Completed: not null });
        Assert.Equal((location, true), (restored.Restored!.Path, restored.Restored.IsSavepoint));
        Assert.Equal(1, restored.Counts.Restored);
        await flink.StopAsync(second);
        Assert.True(await flink.AssertNothingLostAsync(name, second) > before);
    }

    public static async Task A_job_that_fails_and_is_restored_with_more_parallelism_loses_nothing(ContractTarget flink)
    {
        var name = flink.NewId();
        // Twelve seconds: a slow machine, too, has completed a checkpoint by then.
        string[] arguments = [.. flink.CountedArguments(name), "--fail-at", "240"];
        var first = await flink.RunFullyAsync(arguments: arguments);
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(first)).Value().Counts.Restored, restored => restored == 1);
        await flink.UntilJobAsync(first, job => job.RunsFully);
        await flink.UntilAsync(async () => await flink.Client.CheckpointsAsync(first), answer => answer.Value() is { Completed: { } newest, Restored: { } restored } && newest.Id > restored.Id);
        var location = await flink.StopAsync(first);
        var before = await flink.AssertNothingLostAsync(name, first);

        var second = await flink.RunFullyAsync(location, 2, arguments);
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(second)).Value().Completed, completed => completed is not null);
        await flink.StopAsync(second);
        Assert.True(await flink.AssertNothingLostAsync(name, second) > before);
    }

    public static async Task A_checkpoint_outlives_the_cancelled_job_and_can_be_started_from(ContractTarget flink)
    {
        var first = await flink.RunFullyAsync();
        var configuration = (await flink.Client.CheckpointConfigAsync(first)).Value();
        Assert.True(configuration.SurvivesCancellation);
        Assert.True(configuration is { Timeout.TotalSeconds: > 1, Interval.TotalMilliseconds: > 0 });
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(first)).Value().Completed, completed => completed?.Path is not null);
        await flink.CancelAsync(first);
        // Statistics may be seconds old: the newest checkpoint is known for sure only when the job has been at rest for longer than that.
        var newest = await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(first)).Value().Completed, completed => completed is { Discarded: false } && Exists(completed.Path!));
        var second = await flink.RunFullyAsync(newest!.Path);
        await flink.UntilAsync(async () => (await flink.Client.CheckpointsAsync(second)).Value().Restored?.Path, path => path == newest.Path);
        await flink.CancelAsync(second);

        bool Exists(string path) => flink is not RealTarget || File.Exists(Path.Combine(path["file:".Length..], "_metadata"));
    }

    public static async Task A_cancelled_job_is_canceled_and_may_be_cancelled_again(ContractTarget flink)
    {
        var id = await flink.RunFullyAsync();
        Assert.Equal(new CancelOutcome.Accepted(), (await flink.Client.CancelAsync(id)).Value());
        Assert.Equal(JobState.Canceled, (await flink.UntilJobAsync(id, job => job.State.IsEnded())).State);
        if (flink.Version.ClientTriggerId) Assert.Equal(new CancelOutcome.Accepted(), (await flink.Client.CancelAsync(id)).Value());
    }

    public static async Task Unknown_ids_are_not_found(ContractTarget flink)
    {
        var id = flink.NewId();
        Assert.IsType<FlinkAnswer<JobDetails>.NotFound>(await flink.Client.JobAsync(id));
        Assert.IsType<FlinkAnswer<IReadOnlyList<JobFailure>>.NotFound>(await flink.Client.ExceptionsAsync(id));
        Assert.IsType<FlinkAnswer<CheckpointStatistics>.NotFound>(await flink.Client.CheckpointsAsync(id));
        Assert.IsType<FlinkAnswer<CancelOutcome>.NotFound>(await flink.Client.CancelAsync(id));
        Assert.IsType<FlinkAnswer<TaskManager>.NotFound>(await flink.Client.TaskManagerAsync("unknown"));
        Assert.Equal(new SavepointStatus.Unknown(), (await flink.Client.SavepointStatusAsync(id, flink.NewId())).Value());
        Assert.Empty((await flink.Client.JobMetricsAsync(id, ["uptime"])).Value());
        // Accepted all the same; only the look at it tells.
        var trigger = (await flink.Client.StopAsync(id, flink.SavepointDirectory)).Value();
        Assert.Contains("Could not find Flink job", Assert.IsType<SavepointStatus.Failed>(await flink.UntilSavepointEndsAsync(id, trigger)).Error.FirstLine);
    }

    public static async Task Programs_that_cannot_be_loaded_are_refused_with_the_reason(ContractTarget flink)
    {
        var jar = await flink.UploadAsync();
        var wrong = await flink.Client.RunJarAsync(jar, new RunRequest(flink.NewId(), "com.example.NoSuchClass", 1));
        Assert.Contains("com.example.NoSuchClass", AssertRefused(FlinkErrorKind.ClassNotFound, wrong).ToString());
        AssertRefused(FlinkErrorKind.JarMissing, await flink.Client.RunJarAsync("no-such.jar", new RunRequest(flink.NewId(), ContractTarget.TestJob, 1)));
    }

    public static async Task State_that_is_not_there_makes_a_job_that_has_failed(ContractTarget flink)
    {
        var request = new RunRequest(flink.NewId(), ContractTarget.TestJob, 1) { SavepointPath = "file:///no/such/savepoint" };
        var answer = await flink.Client.RunJarAsync(await flink.UploadAsync(), request);
        if (flink.Version.AtLeast(1, 12)) AssertRefused(FlinkErrorKind.SavepointMissing, answer);
        Assert.Equal(JobState.Failed, (await flink.UntilJobAsync(request.JobId, job => job.State.IsEnded())).State);
        var failures = await flink.UntilAsync(async () => (await flink.Client.ExceptionsAsync(request.JobId)).Value(), failures => failures.Count > 0);
        Assert.Equal(FlinkErrorKind.SavepointMissing, failures[0].Error.Kind);
    }

    public static async Task A_job_without_enough_slots_is_running_in_name_only_and_cannot_be_stopped(ContractTarget flink)
    {
        var id = await flink.RunAsync(parallelism: ContractTarget.Slots + 1);
        var job = await flink.UntilJobAsync(id, job => job.State == JobState.Running && job.Tasks!.Scheduled > 0);
        Assert.False(job.RunsFully);
        var trigger = (await flink.Client.StopAsync(id, flink.SavepointDirectory)).Value();
        Assert.Contains("Not all required tasks are currently running", Assert.IsType<SavepointStatus.Failed>(await flink.UntilSavepointEndsAsync(id, trigger)).Error.FirstLine);
        Assert.Equal(JobState.Running, (await flink.UntilJobAsync(id, _ => true)).State);
        await flink.CancelAsync(id);
    }

    public static async Task A_job_that_throws_restarts_and_tells_why(ContractTarget flink)
    {
        var id = await flink.RunAsync(arguments: ContractTarget.FailingArguments);
        var failures = await flink.UntilAsync(async () => (await flink.Client.ExceptionsAsync(id)).Value(), failures => failures.Count > 0);
        Assert.Contains("Asked to fail at number 20.", failures[0].Error.FirstLine);
        await flink.CancelAsync(id);
    }

    public static async Task Metrics_are_read_by_name(ContractTarget flink)
    {
        var id = await flink.RunFullyAsync();
        var job = await flink.UntilAsync(async () => (await flink.Client.JobMetricsAsync(id, ["uptime", "numberOfCompletedCheckpoints", "noSuchMetric"])).Value(), metrics => metrics.Count == 2);
        Assert.True(long.Parse(job["uptime"]) >= 0);
        var cluster = await flink.UntilAsync(async () => (await flink.Client.JobManagerMetricsAsync(["taskSlotsTotal", "Status.JVM.Memory.Heap.Used"])).Value(), metrics => metrics.Count == 2);
        Assert.Equal($"{ContractTarget.Slots}", cluster["taskSlotsTotal"]);
        await flink.CancelAsync(id);
    }

    static FlinkError AssertRefused(FlinkErrorKind kind, FlinkAnswer<string> answer)
    {
        var error = Assert.IsType<FlinkAnswer<string>.Refused>(answer).Error;
        Assert.Equal(kind, error.Kind);
        return error;
    }
}
