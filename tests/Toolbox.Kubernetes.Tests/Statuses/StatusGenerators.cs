using CsCheck;
using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Tests.Statuses;

/// <summary>Statuses of all shapes; times in whole milliseconds, which is what a status keeps.</summary>
static class StatusGenerators
{
    static readonly Gen<string> Text = Gen.OneOf(Gen.Const(""), Gen.Const("it's <odd> & \"quoted\""), Gen.String[Gen.Char['a', 'z'], 1, 8]);
    static readonly Gen<int> Number = Gen.Int[0, 5];
    static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);
    static readonly Gen<Condition> Condition = Gen.Select(Text, Gen.Bool, Text, Text, Time, Gen.Long[0, 9])
        .Select((type, status, reason, message, time, generation) => new Condition(type, status, reason, message, time, generation));
    static readonly Gen<LastDecision> Decision = Gen.Select(Text, Time, Text).Select((rule, since, message) => new LastDecision(rule, since, message));
    static readonly Gen<Request> Request = Gen.Select(Choice<RequestedAction>(), Gen.Bool, Time).Select((action, without, since) => new Request(action, without, since));
    static readonly Gen<ClusterDigest> ClusterDigest = Gen.Select(Text, Text, Text, Text).Select((a, b, c, d) => new ClusterDigest(a, b, c, d));
    static readonly Gen<JobDigest> JobDigest = Gen.Select(Text, Text, Text).Select((a, b, c) => new JobDigest(a, b, c));
    static readonly Gen<ScalingMemory> Scaling = Gen.Select(Number, Number, Number).Select((a, b, c) => new ScalingMemory(a, b, c));
    static readonly Gen<SavepointRequest> Savepoint = Gen.Select(Text, Text, Choice<RestorePointOrigin>(), Gen.Bool, Number, Time)
        .Select((jobId, triggerId, origin, stops, attempt, since) => new SavepointRequest(jobId, triggerId, origin, stops, attempt, since));
    static readonly Gen<Submission> Submission = Gen.Select(Text, Number, Number, Text, Text, Time)
        .Select((jobId, attempt, parallelism, point, manager, since) => new Submission(jobId, attempt, parallelism, point, manager, since));
    static readonly Gen<RestorePoint> RestorePoint = Gen.Select(Text, Choice<RestorePointOrigin>(), Time, Text)
        .Select((path, origin, time, jobId) => new RestorePoint(path, origin, time, jobId));

    public static readonly Gen<ClusterStatus> Cluster =
        from old in Gen.Select(Choice<ResourceStatus>(), Choice<SupervisorStatus>(), Text, Maybe(Choice<ServiceMode>()), Number, Maybe(Time))
        from parts in Gen.Select(Maybe(ClusterDigest), List(Condition), Maybe(Decision), Maybe(Request), Maybe(Choice<StopIntent>()), Maybe(Scaling))
        from rest in Gen.Select(Gen.Bool, Number, Text, Maybe(Time), Text, Gen.Long[0, 9])
        select new ClusterStatus
        {
            ResourceStatus = old.Item1, SupervisorStatus = old.Item2, ClusterHealth = old.Item3, LabelSelector = old.Item3, ServiceMode = old.Item4,
            TaskManagers = old.Item5, TaskSlots = old.Item5, TaskManagerReplicas = old.Item5, TotalTaskSlots = old.Item5, RescaleTimestamp = old.Item6,
            Timestamp = old.Item6, Digest = parts.Item1, Conditions = parts.Item2, Decision = parts.Item3, Request = parts.Item4, StopIntent = parts.Item5,
            Scaling = parts.Item6, WithoutSavepoint = rest.Item1, Attempt = rest.Item2, JobManager = rest.Item3, UnreachableSince = rest.Item4,
            Refusal = rest.Item5, ObservedGeneration = rest.Item6,
        };

    public static readonly Gen<JobStatus> Job =
        from old in Gen.Select(Choice<ResourceStatus>(), Choice<SupervisorStatus>(), Text, Choice<SavepointMode>(), Choice<RestartPolicy>(), Maybe(Time))
        from parts in Gen.Select(Maybe(JobDigest), List(Condition), Maybe(Decision), Maybe(Request), Maybe(Choice<StopIntent>()), Maybe(Savepoint))
        from rest in Gen.Select(Maybe(Submission), List(RestorePoint), Gen.Bool, Number, Maybe(Time), Text)
        select new JobStatus
        {
            ResourceStatus = old.Item1, SupervisorStatus = old.Item2, ClusterName = old.Item3, ClusterHealth = old.Item3, LabelSelector = old.Item3,
            JobId = old.Item3, FlinkState = old.Item3, SavepointPath = old.Item3, SavepointMode = old.Item4, RestartPolicy = old.Item5,
            SavepointTimestamp = old.Item6, SavepointRequestTimestamp = old.Item6, Timestamp = old.Item6,
            Digest = parts.Item1, Conditions = parts.Item2, Decision = parts.Item3, Request = parts.Item4, StopIntent = parts.Item5, Savepoint = parts.Item6,
            Submission = rest.Item1, RestorePoints = rest.Item2, WithoutSavepoint = rest.Item3, HasRun = rest.Item3, JobParallelism = rest.Item4,
            Attempt = rest.Item4, Failures = rest.Item4, FailedRuns = rest.Item4, ObservedGeneration = rest.Item4, UnreachableSince = rest.Item5, MissingSince = rest.Item5, EndedAt = rest.Item5, RunningSince = rest.Item5,
            Refusal = rest.Item6,
        };

    public static readonly Gen<DeploymentStatus> Deployment =
        from head in Gen.Select(Choice<ResourceStatus>(), Maybe(ClusterDigest), Maybe(Time), Gen.Long[0, 9])
        from parts in Gen.Select(List(Gen.Select(Text, JobDigest).Select((name, digest) => new DeploymentJobDigest(name, digest))), List(Condition), Maybe(Decision))
        select new DeploymentStatus
        {
            ResourceStatus = head.Item1, ClusterDigest = head.Item2,
            Timestamp = head.Item3, ObservedGeneration = head.Item4, JobDigests = parts.Item1, Conditions = parts.Item2, Decision = parts.Item3,
        };

    static Gen<T> Choice<T>() where T : struct, Enum => Gen.Int[0, Enum.GetValues<T>().Length - 1].Select(index => Enum.GetValues<T>()[index]);

    static Gen<Option<T>> Maybe<T>(Gen<T> gen) => Gen.Select(Gen.Bool, gen).Select((isSome, value) => isSome ? Some(value) : None);

    static Gen<Seq<T>> List<T>(Gen<T> gen) => gen.Array[0, 3].Select(items => items.ToSeq().Strict());
}
