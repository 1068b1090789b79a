using System.Collections.Immutable;
using System.Text;
using k8s.Models;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Node.Volumes;

/// <summary>Computes what the volumes of a pod consist of: pure, everything they refer to is handed in.</summary>
/// <param name="token">The service account's token.</param>
/// <param name="claims">The folder in which each PersistentVolumeClaim gets a folder of its own: namespace/name.</param>
public sealed class VolumeContents(V1Pod pod, PodNetwork network, ReferencedObjects objects, string? token, string claims)
{
    const int DefaultMode = 420;

    public VolumeContent Of(V1Volume volume) => volume switch
    {
        { ConfigMap: { } source } => AsContent(ConfigMap(source.Name, source.Items, source.Optional, source.DefaultMode ?? DefaultMode)),
        { Secret: { } source } => AsContent(Secret(source.SecretName, source.Items, source.Optional, source.DefaultMode ?? DefaultMode)),
        { DownwardAPI: { } source } => AsContent(Downward(source.Items, source.DefaultMode ?? DefaultMode)),
        { Projected: { } source } => Projected(source),
        { EmptyDir: not null } => new VolumeContent.Empty(),
        { HostPath: { } source } => new VolumeContent.Host(source.Path, source.Type is null or "" or "DirectoryOrCreate"),
        { PersistentVolumeClaim: { } source } => new VolumeContent.Own(Path.Combine(claims, pod.Metadata.NamespaceProperty, source.ClaimName)),
        _ => new VolumeContent.Unavailable($"volume \"{volume.Name}\": the sandbox knows configMap, secret, projected, downwardAPI, emptyDir, hostPath and persistentVolumeClaim"),
    };

    VolumeContent Projected(V1ProjectedVolumeSource source)
    {
        var mode = source.DefaultMode ?? DefaultMode;
        var parts = (source.Sources ?? []).Select(projection => projection switch
        {
            { ConfigMap: { } map } => ConfigMap(map.Name, map.Items, map.Optional, mode),
            { Secret: { } secret } => Secret(secret.Name, secret.Items, secret.Optional, mode),
            { DownwardAPI: { } fields } => Downward(fields.Items, mode),
            { ServiceAccountToken: { } account } => token is null
                ? Part.Problem($"no token for service account \"{pod.Spec.ServiceAccountName ?? "default"}\"")
                : Part.File(account.Path, Encoding.UTF8.GetBytes(token), 0x180),
            _ => Part.Problem("a projection without a supported source"),
        }).ToList();
        return parts.FirstOrDefault(part => part.Message is not null) is { } failed
            ? new VolumeContent.Unavailable(failed.Message!)
            : new VolumeContent.Files([.. parts.SelectMany(part => part.Content)]);
    }

    Part ConfigMap(string name, IList<V1KeyToPath>? items, bool? optional, int mode)
    {
        // A real cluster of another vendor adds this source to every pod; nobody else has the object.
        var content = objects.ConfigMap(name) ?? (name == "openshift-service-ca.crt" ? new Dictionary<string, byte[]>() : null);
        return Keys($"configmap \"{name}\" not found", content, name == "openshift-service-ca.crt" ? null : items, optional, mode);
    }

    Part Secret(string name, IList<V1KeyToPath>? items, bool? optional, int mode) =>
        Keys($"secret \"{name}\" not found", objects.Secret(name), items, optional, mode);

    static Part Keys(string missing, IReadOnlyDictionary<string, byte[]>? content, IList<V1KeyToPath>? items, bool? optional, int mode)
    {
        if (content is null)
            return optional == true ? Part.Nothing : Part.Problem(missing);
        if (items is null || items.Count == 0)
            return new Part([.. content.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new VolumeFile(pair.Key, pair.Value, mode))]);
        var absent = items.FirstOrDefault(item => !content.ContainsKey(item.Key));
        if (absent is not null && optional != true)
            return Part.Problem($"references non-existent config key: {absent.Key}");
        return new Part([.. items.Where(item => content.ContainsKey(item.Key))
            .Select(item => new VolumeFile(item.Path, content[item.Key], item.Mode ?? mode))]);
    }

    Part Downward(IList<V1DownwardAPIVolumeFile>? items, int mode)
    {
        var files = ImmutableArray.CreateBuilder<VolumeFile>();
        foreach (var item in items ?? [])
        {
            var value = item.FieldRef is { } field ? FieldReference.Read(pod, network, field.FieldPath) : null;
            if (value is null)
                return Part.Problem($"downward API file \"{item.Path}\" has no supported fieldRef");
            files.Add(new VolumeFile(item.Path, Encoding.UTF8.GetBytes(value), item.Mode ?? mode));
        }

        return new Part(files.ToImmutable());
    }

    static VolumeContent AsContent(Part part) => part.Message is null ? new VolumeContent.Files(part.Content) : new VolumeContent.Unavailable(part.Message);

    sealed record Part(ImmutableArray<VolumeFile> Content, string? Message = null)
    {
        public static readonly Part Nothing = new(ImmutableArray<VolumeFile>.Empty);

        public static Part Problem(string message) => new([], message);

        public static Part File(string path, byte[] content, int mode) => new([new VolumeFile(path, content, mode)]);
    }
}
