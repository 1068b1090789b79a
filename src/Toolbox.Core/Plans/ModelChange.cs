using Toolbox.Core.Forecasts;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Plans;

/// <summary>Puts a document into the model of its namespace.</summary>
static class ModelChange
{
    public static ModelNamespace Apply(ModelNamespace model, PlannedChange change) => change.Subject.Kind switch
    {
        ModelSubject.Deployment => model.With(Deployment(model, change)),
        ModelSubject.Cluster => model.With(Cluster(model, change)),
        _ => model.With(Job(model, change)),
    };

    static ModelDeployment Deployment(ModelNamespace model, PlannedChange change) => model.Deployments.GetValueOrDefault(change.Subject.Name) is { } known
        ? known with { Spec = change.After, Metadata = Next(known.Metadata, change) }
        : ModelBeginning.Deployment(model.Name, change.Subject.Name, change.After);

    static ModelCluster Cluster(ModelNamespace model, PlannedChange change)
    {
        var cluster = model.Clusters.GetValueOrDefault(change.Subject.Name) ?? ModelBeginning.Cluster(model.Name, change.Subject.Name, change.After, model.Now);
        return cluster with { Spec = change.After, Snapshot = cluster.Snapshot with { Metadata = Next(cluster.Snapshot.Metadata, change), Annotation = change.Request } };
    }

    static ModelJob Job(ModelNamespace model, PlannedChange change)
    {
        var job = model.Jobs.GetValueOrDefault(change.Subject.Name) ?? ModelBeginning.Job(model.Name, change.Subject.Name, change.After, model.Now);
        return job with { Spec = change.After, Snapshot = job.Snapshot with { Metadata = Next(job.Snapshot.Metadata, change), Annotation = change.Request } };
    }

    static ResourceMetadata Next(ResourceMetadata metadata, PlannedChange change) =>
        FieldDifferences.Between(change.Before, change.After).IsEmpty ? metadata : metadata with { Generation = metadata.Generation + 1 };
}
