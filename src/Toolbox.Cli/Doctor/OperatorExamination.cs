using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Doctor;

/// <summary>Whether an operator looks after the namespace.</summary>
static class OperatorExamination
{
    public static async Task<IReadOnlyList<Finding>> Run(Patient patient, CancellationToken cancellation)
    {
        var deployment = await OperatorDeployment.Find(patient.Client, patient.Namespace, cancellation);
        var lease = await LeaseReading.Read(patient, "leader-election-operator", cancellation);
        return [deployment is null ? Elsewhere(patient, lease) : Here(deployment, lease)];
    }

    static Finding Elsewhere(Patient patient, LeaseReading lease) => lease switch
    {
        { Hindrance: { } hindrance } => Finding.Note("operator", $"cannot be looked for: {hindrance}", "somebody who may read deployments and leases can look"),
        { IsFresh: true } => Finding.Fine("operator", $"{lease.Describe()}; its Deployment is not to be seen from here"),
        _ => Finding.Wrong("operator", $"no Deployment runs one for namespace {patient.Namespace}, and {lease.Describe()}", "install the chart flink-k8s-toolbox-operator and scale it to 1"),
    };

    static Finding Here(JsonObject deployment, LeaseReading lease)
    {
        var (name, wanted, ready) = ($"{deployment.Text("metadata", "namespace")}/{deployment.Name()}", deployment.Number("spec", "replicas"), deployment.Number("status", "readyReplicas"));
        var text = $"{name}: {ready} of {wanted} replicas are ready, {lease.Describe()}";
        if (wanted == 0) return Finding.Wrong("operator", text, $"kubectl -n {deployment.Text("metadata", "namespace")} scale deployment {deployment.Name()} --replicas=1");
        return ready > 0 && (lease.IsFresh || lease.Hindrance is not null)
            ? Finding.Fine("operator", text)
            : Finding.Wrong("operator", text, $"kubectl -n {deployment.Text("metadata", "namespace")} describe deployment,pod; kubectl logs deployment/{deployment.Name()}");
    }
}
