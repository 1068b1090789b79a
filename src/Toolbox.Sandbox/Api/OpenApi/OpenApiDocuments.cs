using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>The OpenAPI v3 documents of what is served, one per group version, made when asked for and kept until the definitions change.</summary>
sealed class OpenApiDocuments(ApiState state)
{
    readonly Lock _gate = new();
    ConcurrentDictionary<string, OpenApiDocument> _documents = [];
    CatalogView? _view;
    DateTimeOffset _since;

    /// <summary>The index: a path per group version, with the hash of its document in the URL.</summary>
    public OpenApiDocument Index() => Cached("", view =>
    {
        var paths = new JsonObject();
        paths["version"] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/version?hash={Find("version")!.Hash}" };
        foreach (var path in view.Types.Select(PathOf).Distinct().Order(StringComparer.Ordinal))
        {
            paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={Find(path)!.Hash}" };
        }
        return new JsonObject { ["paths"] = paths };
    })!;

    /// <summary>The document of a path such as <c>apis/apps/v1</c>; null when nothing is served there.</summary>
    public OpenApiDocument? Find(string path) => Cached(path, view =>
    {
        if (path == "version") return VersionDocument();
        var types = view.Types.Where(type => PathOf(type) == path).ToList();
        return types.Count == 0 ? null : Build(types);
    });

    // HTTP dates have whole seconds: two versions of the documents within one must not share theirs, or clients keep the old one.
    DateTimeOffset Later(DateTimeOffset now) => now >= _since.AddSeconds(1) ? now : _since.AddSeconds(1);

    static JsonObject VersionDocument() => new()
    {
        ["openapi"] = "3.0.0",
        ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "1.36" },
        ["paths"] = new JsonObject { ["/version"] = new JsonObject { ["get"] = new JsonObject { ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "OK" } } } } },
    };

    static string PathOf(ResourceType type) => type.Group.Length == 0 ? $"api/{type.Version}" : $"apis/{type.Group}/{type.Version}";

    static JsonObject Build(List<ResourceType> types)
    {
        var custom = types[0].Custom is not null;
        var schemas = new OpenApiSchemas(types[0].Group);
        var paths = new JsonObject();
        foreach (var type in types) OpenApiPaths.AddTo(paths, type, schemas);
        return new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = custom
                ? new JsonObject { ["title"] = "Kubernetes CRD Swagger", ["version"] = "v0.1.0" }
                : new JsonObject { ["title"] = "Kubernetes", ["version"] = "1.36" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.Build() },
        };
    }

    OpenApiDocument? Cached(string path, Func<CatalogView, JsonObject?> build)
    {
        var view = state.Catalog.View;
        lock (_gate)
        {
            if (!ReferenceEquals(view, _view)) (_documents, _view, _since) = ([], view, Later(state.Clock.GetUtcNow()));
        }
        if (_documents.TryGetValue(path, out var known)) return known;
        if (build(view) is not { } content) return null;
        var json = JsonText.Write(content);
        return _documents[path] = new OpenApiDocument(json, Convert.ToHexString(SHA512.HashData(json)), _since);
    }
}
