using System.Globalization;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api;

/// <summary>What all requests share.</summary>
sealed class ApiState(ApiServerOptions options, Authentication authentication, ObjectJournal? journal)
{
    public ObjectStore Store { get; } = new(options.WatchWindow, journal);

    public ResourceCatalog Catalog { get; } = new();

    public TimeProvider Clock { get; } = options.Clock;

    public Authentication Authentication { get; } = authentication;

    public RequestCounts Requests { get; } = new();

    /// <summary>Cancelled when the server stops, so that watches end.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>Brings back what an earlier run kept, the served definitions first of all.</summary>
    public void Restore()
    {
        Store.Restore();
        Catalog.Reload(Objects(Catalog.View.Require("apiextensions.k8s.io", "customresourcedefinitions")).Objects.Values);
    }

    public string Now => Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public ObjectCollection Objects(ResourceType type) => Store.Collection(type.StorageKey, type.Custom is not null);
}
