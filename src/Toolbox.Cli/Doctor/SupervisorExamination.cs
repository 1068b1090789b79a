using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Cli.Doctor;

/// <summary>Whether each cluster has a supervisor that works.</summary>
static class SupervisorExamination
{
    public static async Task<IReadOnlyList<Finding>> Run(Patient patient, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var cluster in patient.Content?.Clusters ?? []) findings.Add(await Examine(patient, cluster.Name(), cancellation));
        return findings;
    }

    static async Task<Finding> Examine(Patient patient, string cluster, CancellationToken cancellation)
    {
        var (subject, name) = ($"supervisor of {cluster}", ObjectNames.SupervisorDeployment(cluster));
        var answer = await patient.Client.Get(OperatorDeployment.Type, patient.Namespace, name, cancellation);
        if (answer is Answer<JsonObject>.NotFound) return Finding.Wrong(subject, $"there is no Deployment {name}", "the operator creates it: see what doctor says about the operator");
        if (!answer.IsOk(out var deployment)) return Finding.Note(subject, $"cannot be looked at: {answer.Describe()}", "somebody who may read deployments can look");
        var lease = await LeaseReading.Read(patient, $"leader-election-supervisor-{cluster}", cancellation);
        var text = $"{deployment.Number("status", "readyReplicas")} of {deployment.Number("spec", "replicas")} replicas are ready, {lease.Describe()}";
        return deployment.Number("status", "readyReplicas") > 0 && (lease.IsFresh || lease.Hindrance is not null)
            ? Finding.Fine(subject, text)
            : Finding.Wrong(subject, text, $"flinkctl logs fc/{cluster} --role supervisor; kubectl -n {patient.Namespace} describe pod -l role=supervisor,clusterName={ObjectNames.LabelValue(cluster)}");
    }
}
