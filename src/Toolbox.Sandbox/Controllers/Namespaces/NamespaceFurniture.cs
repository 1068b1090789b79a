using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Namespaces;

/// <summary>What every namespace has: the service account <c>default</c> and the config map with the cluster's certificate.</summary>
sealed class NamespaceFurniture : Controller
{
    const string Account = "default";
    const string CertificateMap = "kube-root-ca.crt";

    const string Description =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP "
        + "or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.";

    readonly ResourceCache<JsonObject> _namespaces;
    readonly ResourceCache<JsonObject> _accounts;
    readonly ResourceCache<JsonObject> _maps;

    public NamespaceFurniture(ControllerContext context) : base(context, "service-account-controller")
    {
        _namespaces = context.Caches.Of(Resources.Namespaces);
        _accounts = context.Caches.Of(Resources.ServiceAccounts);
        _maps = context.Caches.Of(Resources.ConfigMaps);
    }

    protected override IEnumerable<Task> Sources(CancellationToken cancellation) =>
    [
        Follow(_namespaces, change => [change.Key], cancellation),
        Follow(_accounts, change => change.Key.Name == Account ? [new ObjectKey("", change.Key.Namespace)] : [], cancellation),
        Follow(_maps, change => change.Key.Name == CertificateMap ? [new ObjectKey("", change.Key.Namespace)] : [], cancellation),
    ];

    protected override async Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation)
    {
        await Task.WhenAll(_namespaces.WhenSynced, _accounts.WhenSynced, _maps.WhenSynced).WaitAsync(cancellation);
        if (_namespaces.Get(key) is not { } item || Pods.IsDeleting(item)) return null;
        if (_accounts.Get(key.Name, Account) is null)
            await Create(Resources.ServiceAccounts, _accounts, key.Name, new JsonObject { ["metadata"] = new JsonObject { ["name"] = Account } }, cancellation);
        if (Context.Options.RootCertificate is { } certificate) await EnsureCertificate(key.Name, certificate, cancellation);
        return null;
    }

    async Task EnsureCertificate(string name, string certificate, CancellationToken cancellation)
    {
        var present = _maps.Get(name, CertificateMap);
        if (present.TextAt("data", "ca.crt") == certificate) return;
        var next = present?.Copy() ?? new JsonObject { ["metadata"] = new JsonObject { ["name"] = CertificateMap } };
        next.Child("metadata").Child("annotations")["kubernetes.io/description"] = Description;
        next["data"] = new JsonObject { ["ca.crt"] = certificate };
        if (present is null) await Create(Resources.ConfigMaps, _maps, name, next, cancellation);
        else _maps.Offer((await Client.Replace(Resources.ConfigMaps, name, next, ControllerContext.Manager, cancellation)).OrRetry("the certificate's config map"));
    }

    async Task Create(ResourceType<JsonObject> type, ResourceCache<JsonObject> cache, string name, JsonObject item, CancellationToken cancellation)
    {
        var answer = await Client.Create(type, name, item, ControllerContext.Manager, cancellation);
        // Somebody else was faster, or the namespace is going: both are fine.
        if (answer is Answer<JsonObject>.AlreadyExists or Answer<JsonObject>.NotFound or Answer<JsonObject>.Forbidden) return;
        cache.Offer(answer.OrRetry($"creating {type.Kind} in namespace {name}"));
    }
}
