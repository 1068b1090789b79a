using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>What is served now: the built-in resources and those of established definitions. Readers take one immutable view.</summary>
sealed class ResourceCatalog
{
    volatile CatalogView _view = new(BuiltInResources.All, []);

    public CatalogView View => _view;

    /// <summary>Takes over the stored definitions, in the order of their names.</summary>
    public void Reload(IEnumerable<StoredObject> definitions) =>
        _view = new CatalogView(BuiltInResources.All, [.. definitions.SelectMany(item => CustomResources.Of(item.Content))]);
}
