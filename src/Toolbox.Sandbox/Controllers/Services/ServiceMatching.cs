using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.Services;

static class ServiceMatching
{
    public const string ChangeAnnotation = "endpoints.kubernetes.io/last-change-trigger-time";

    /// <summary>The services that select the pod now or selected it before the change.</summary>
    public static IEnumerable<ObjectKey> Concerned(ResourceCache<JsonObject> services, ResourceChange<JsonObject> change)
    {
        JsonObject[] states = change is ResourceChange<JsonObject>.Updated updated ? [updated.Old, updated.New] : [change.Subject];
        foreach (var service in services.InNamespace(change.Key.Namespace).Values.Where(ServiceEndpoints.IsManaged))
        {
            var selector = ServiceEndpoints.Selector(service);
            if (states.Any(pod => selector.Matches(pod))) yield return ObjectMetadata.Key(service);
        }
    }
}
