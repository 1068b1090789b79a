using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>The charts are installed, used, upgraded and removed with the real helm; the operator's Deployment starts as a pod.</summary>
public sealed class ChartLifeTests : IDisposable
{
    const string Operator = "flink-k8s-toolbox-operator helm/flink-k8s-toolbox-operator -n flink-operator --set targetNamespace=flink-jobs";

    readonly TemporaryFolder _folder = new();

    [InstalledToolsFact]
    public async Task Charts_are_installed_used_upgraded_and_removed()
    {
        using var sandbox = Flinkctl.Start("sandbox", "--bare", "--kubeconfig", _folder.Sub("kubeconfig"));
        await sandbox.Says("kubeconfig");
        var (kubectl, helm) = (Tool("kubectl"), Tool("helm"));
        await Install(kubectl, helm);
        await kubectl.Run("-n flink-jobs apply -f samples/deployment.yaml");
        await kubectl.Run("-n flink-jobs wait fd/cluster-1 --for=condition=Ready --timeout=170s");
        await helm.Run($"upgrade {Operator} --set replicas=1 --set pollingInterval=5");
        await RolledOut(kubectl);
        Assert.Contains("pollingInterval: 5", await helm.Run("get values flink-k8s-toolbox-operator -n flink-operator"), StringComparison.Ordinal);
        await kubectl.Run("-n flink-jobs delete fd cluster-1 --timeout=170s");
        Assert.Contains("No resources found", await kubectl.Run("-n flink-jobs get fd,fc,fj,pod,svc,job,deploy"), StringComparison.Ordinal);
        await Uninstall(kubectl, helm);
    }

    public void Dispose() => _folder.Dispose();

    // As in the README, in its order.
    static async Task Install(InstalledTool kubectl, InstalledTool helm)
    {
        await kubectl.Run("create namespace flink-operator");
        await kubectl.Run("create namespace flink-jobs");
        await helm.Run("install flink-k8s-toolbox-crd helm/flink-k8s-toolbox-crd");
        await helm.Run("install flink-k8s-toolbox-roles helm/flink-k8s-toolbox-roles -n flink-operator --set targetNamespace=flink-jobs");
        await helm.Run($"install {Operator}");
        await kubectl.Run("-n flink-operator scale deployment flink-operator --replicas=1");
        await RolledOut(kubectl);
    }

    static async Task Uninstall(InstalledTool kubectl, InstalledTool helm)
    {
        await helm.Run("uninstall flink-k8s-toolbox-operator -n flink-operator --wait");
        await helm.Run("uninstall flink-k8s-toolbox-roles -n flink-operator --wait");
        await helm.Run("uninstall flink-k8s-toolbox-crd --wait");
        Assert.Contains("No resources found", await kubectl.Run("get crd"), StringComparison.Ordinal);
        Assert.DoesNotContain("flink", await kubectl.Run("-n flink-operator get deployment,service,role,rolebinding,serviceaccount -o name"), StringComparison.Ordinal);
    }

    static Task RolledOut(InstalledTool kubectl) => kubectl.Run("-n flink-operator rollout status deployment flink-operator --timeout=170s");

    InstalledTool Tool(string name) => new(name, _folder.Sub("kubeconfig"), _folder.Path);
}
