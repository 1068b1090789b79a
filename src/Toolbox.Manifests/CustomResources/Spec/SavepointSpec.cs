using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>When and where savepoints are taken.</summary>
public sealed record SavepointSpec
{
    [FieldSchema("Automatic takes a savepoint before the job is stopped or restarted; Automatic if absent.",
        Values = ["Manual", "Automatic"])]
    public string? SavepointMode { get; init; }

    [FieldSchema("Savepoint that the job starts from the very first time.", Nullable = true)]
    public string? SavepointPath { get; init; }

    [FieldSchema("Seconds between periodic savepoints; 0 or less takes none.", Required = true)]
    public long? SavepointInterval { get; init; }

    [FieldSchema("Directory of the savepoints.", Required = true)]
    public string? SavepointTargetPath { get; init; }

    [FieldSchema("Take a savepoint when the FlinkJob or its FlinkDeployment is deleted; false if absent.", Nullable = true)]
    public bool? SavepointOnDeletion { get; init; }
}
