using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Variables;
using Toolbox.Sandbox.Node.Volumes;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Makes the surroundings of a pod: its address, the objects it refers to, its service account's token and its volumes.</summary>
public sealed class PodSetup(NodeServices services)
{
    /// <summary>May be asked again: config maps are read anew and the token is renewed.</summary>
    /// <param name="address">The address of the pod.</param>
    public async Task<SetupAnswer> MakeAsync(V1Pod pod, IPAddress address, CancellationToken cancellation)
    {
        var objects = await ReadAsync(pod, cancellation);
        if (objects is null)
            return new SetupAnswer.NotYet("FailedMount", "the API server did not answer for the pod's config maps and secrets");
        var token = NeedsToken(pod) ? await TokenAsync(pod, cancellation) : null;
        var network = new PodNetwork(address.ToString(), services.Options.HostAddress.ToString());
        var contents = new VolumeContents(pod, network, objects, token, services.Folders.Claims);
        var folders = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var volume in pod.Spec.Volumes ?? [])
        {
            try
            {
                var own = services.Folders.Volume(pod.Metadata.Uid, volume.Name);
                folders[volume.Name] = VolumeFolder.Materialise(contents.Of(volume), own, services.Folders.Disk);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new SetupAnswer.NotYet("FailedMount", $"MountVolume.SetUp failed for volume \"{volume.Name}\" : {exception.Message}");
            }
        }

        return new SetupAnswer.Done(address, objects, folders.ToImmutable());
    }

    public static bool NeedsToken(V1Pod pod) => TokenSources(pod).Any();

    /// <summary>How long the token of a pod may be used before it is renewed: 80 percent of its life.</summary>
    public static TimeSpan TokenAge(V1Pod pod) =>
        TimeSpan.FromSeconds(0.8 * TokenSources(pod).Select(source => source.ExpirationSeconds ?? 3600).DefaultIfEmpty(3600).Min());

    static IEnumerable<V1ServiceAccountTokenProjection> TokenSources(V1Pod pod) => (pod.Spec.Volumes ?? [])
        .SelectMany(volume => volume.Projected?.Sources ?? [])
        .Select(source => source.ServiceAccountToken)
        .OfType<V1ServiceAccountTokenProjection>();

    /// <summary>Null when the API server did not answer; objects that do not exist are left out.</summary>
    public async Task<ReferencedObjects?> ReadAsync(V1Pod pod, CancellationToken cancellation)
    {
        var names = ReferencedNames.Of(pod);
        var maps = await AllAsync(ResourceTypes.ConfigMaps, pod, names.ConfigMaps, cancellation);
        var secrets = await AllAsync(ResourceTypes.Secrets, pod, names.Secrets, cancellation);
        return maps is null || secrets is null ? null : new ReferencedObjects(maps, secrets);
    }

    async Task<ImmutableDictionary<string, T>?> AllAsync<T>(ResourceType<T> type, V1Pod pod, IEnumerable<string> names, CancellationToken cancellation)
    {
        var found = ImmutableDictionary.CreateBuilder<string, T>();
        foreach (var name in names)
        {
            var answer = await services.Client.Get(type, pod.Metadata.NamespaceProperty, name, cancellation);
            if (answer.IsOk(out var value))
                found[name] = value;
            else if (answer is not (Answer<T>.NotFound or Answer<T>.Forbidden))
                return null;
        }

        return found.ToImmutable();
    }

    async Task<string?> TokenAsync(V1Pod pod, CancellationToken cancellation)
    {
        var source = TokenSources(pod).First();
        var specification = new JsonObject
        {
            ["expirationSeconds"] = source.ExpirationSeconds ?? 3600,
            ["boundObjectRef"] = new JsonObject
            {
                ["apiVersion"] = "v1", ["kind"] = "Pod", ["name"] = pod.Metadata.Name, ["uid"] = pod.Metadata.Uid,
            },
        };
        if (source.Audience is { Length: > 0 } audience)
            specification["audiences"] = new JsonArray(JsonValue.Create(audience));
        var request = new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenRequest", ["spec"] = specification };
        var answer = await services.Client.CreateSubresource(
            ResourceTypes.ServiceAccounts, pod.Metadata.NamespaceProperty, pod.Spec.ServiceAccountName ?? "default", "token", request, cancellation);
        return answer.IsOk(out var body) ? (string?)body["status"]?["token"] : null;
    }
}
