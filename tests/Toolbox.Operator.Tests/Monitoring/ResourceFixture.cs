using System.Text.Json;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>Resources for caches whose API server nobody needs: what is offered to a cache is in it.</summary>
static class ResourceFixture
{
    public static KubernetesApiClient Nowhere() => KubernetesApiClient.Connect(new ApiConnection(new Uri("http://127.0.0.1:1")));

    public static FlinkResource Resource(string kind, string name, string status, string version = "1") => new()
    {
        ApiVersion = "nextbreakpoint.com/v1",
        Kind = kind,
        Metadata = new k8s.Models.V1ObjectMeta { Name = name, NamespaceProperty = "flink", Uid = "uid-" + name, ResourceVersion = version },
        Status = JsonDocument.Parse(status).RootElement,
    };
}
