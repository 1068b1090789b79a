using System.Security.Cryptography;
using System.Text;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>One served resource in one version: what discovery says of it and what its rules are.</summary>
sealed record ResourceType
{
    public required string Group { get; init; }
    public required string Version { get; init; }
    public required string Plural { get; init; }
    public required string Singular { get; init; }
    public required string Kind { get; init; }
    public required bool Namespaced { get; init; }
    public string ListKind { get; init; } = "";
    public IReadOnlyList<string> ShortNames { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Verbs { get; init; } = [];
    public IReadOnlyList<Subresource> Subresources { get; init; } = [];

    /// <summary>The group, version and kind that objects are stored in, when they are not the served ones.</summary>
    public string? StorageKind { get; init; }

    /// <summary>The version of a CustomResourceDefinition behind it; null for a built-in resource.</summary>
    public CustomVersion? Custom { get; init; }

    /// <summary>The fields of the kind.</summary>
    public FieldSchema Fields => Custom?.Fields ?? CoreSchemas.Find(ApiVersion, Kind) ?? FieldSchema.Untyped;

    /// <summary>Another resource whose objects are the same ones (events.k8s.io/v1 events are the core events).</summary>
    public string? StoredAs { get; init; }

    /// <summary>The resource in whose form objects are stored.</summary>
    public ResourceType StoredType => StoredAs is null ? this : BuiltInResources.All.First(type => type.Group.Length == 0 && type.Plural == StoredAs);

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";
    public string GroupResource => Group.Length == 0 ? Plural : $"{Plural}.{Group}";
    public string GroupKind => Group.Length == 0 ? Kind : $"{Kind}.{Group}";
    public string StorageKey => StoredAs ?? GroupResource;
    public string ListKindOrDefault => ListKind.Length > 0 ? ListKind : Kind + "List";

    /// <summary>As apiserver's discovery.StorageVersionHash: the first 8 bytes of SHA-256 over group/version/kind of the stored form.</summary>
    public string? StorageVersionHash =>
        Verbs.Count < 2 ? null
            : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StorageKind ?? $"{Group}/{Version}/{Kind}")).AsSpan(0, 8));

    public Subresource? SubresourceNamed(string name) => Subresources.FirstOrDefault(item => item.Name == name);
}
