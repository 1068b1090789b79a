using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>A request of a user that was taken over from the annotations and is being carried out.</summary>
public sealed record RequestStatus
{
    [FieldSchema("Requested action.")]
    public string? Action { get; init; }

    [FieldSchema("Whether the action is to be done without a savepoint.")]
    public bool? WithoutSavepoint { get; init; }

    [FieldSchema("When the request was taken over, RFC 3339.")]
    public string? Since { get; init; }
}
