using System.Reflection;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;

namespace Toolbox.Core.Tests.Situations;

/// <summary>
/// All named situations. Each is a static property of a class for its table; its name is <c>SituationInWords_RuleName</c>.
/// </summary>
static class Situations
{
    public static IReadOnlyList<SituationTable> All { get; } =
    [
        Of("Cluster Unknown", typeof(ClusterUnknown)), Of("Cluster Starting", typeof(ClusterStarting)), Of("Cluster Started", typeof(ClusterStarted)),
        Of("Cluster Stopping", typeof(ClusterStopping)), Of("Cluster Stopped", typeof(ClusterStopped)), Of("Cluster Terminated", typeof(ClusterTerminated)),
        Of("Job Unknown", typeof(JobUnknown)), Of("Job Starting", typeof(JobStarting)), Of("Job Started", typeof(JobStarted)),
        Of("Job Stopping", typeof(JobStopping)), Of("Job Stopped", typeof(JobStopped)), Of("Job Terminated", typeof(JobTerminated)),
        Of("Deployment", typeof(DeploymentSituations)), Of("Supervision", typeof(SupervisionSituations)),
        Of("Orphan", typeof(OrphanSituations)),
    ];

    public static SituationTable Table(string name) => All.Single(table => table.Name == name);

    /// <summary>The snapshots of one kind over all tables.</summary>
    public static IReadOnlyList<TSnapshot> Snapshots<TSnapshot>() =>
    [
        .. typeof(Situations).Assembly.GetTypes().Where(type => type.Namespace == typeof(Situations).Namespace && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(PropertiesOf).Where(property => property.PropertyType == typeof(TSnapshot)).Select(property => (TSnapshot)property.GetValue(null)!),
    ];

    static SituationTable Of(string name, Type type) =>
        new(name, () => [.. PropertiesOf(type).Select(property => Decide(property.Name, property.GetValue(null)!))]);

    static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Static | BindingFlags.Public);

    static DecidedSituation Decide(string name, object snapshot) => snapshot switch
    {
        ClusterSnapshot cluster => Decided(name, ClusterDecide.Decide(cluster), cluster.Status, status => status.SupervisorStatus),
        JobSnapshot job => Decided(name, JobDecide.Decide(job), job.Status, status => status.SupervisorStatus),
        DeploymentSnapshot deployment => Decided(name, DeploymentDecide.Decide(deployment), deployment.Status, _ => null),
        SupervisionSnapshot supervision => Decided(name, SupervisionDecide.Decide(supervision), LanguageExt.Unit.Default, _ => null),
        OrphanSnapshot orphan => Decided(name, OrphanDecide.Decide(orphan), LanguageExt.Unit.Default, _ => null),
        _ => throw new InvalidOperationException($"{name} is no snapshot"),
    };

    static DecidedSituation Decided<TStatus>(string name, Decision<TStatus> decision, TStatus before, Func<TStatus, SupervisorStatus?> state) =>
        new(name, name[(name.LastIndexOf('_') + 1)..], decision.Rule, state(decision.Status), DecisionText.Of(decision, before));
}
