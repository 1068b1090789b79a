using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Cli.Doctor;

/// <summary>Asks the API server what the user and the service accounts of the roles chart may do.</summary>
static class RightsExamination
{
    const int AtOnce = 8;
    const string Install = "helm upgrade --install flink-k8s-toolbox-roles helm/flink-k8s-toolbox-roles -n OPERATOR-NAMESPACE --set targetNamespace=";

    static readonly IReadOnlyList<Right> UserRights =
    [
        .. from kind in ResourceKind.All from verb in (string[])["get", "list", "watch", "patch"] select new Right(ResourceDefinition.Group, kind.Type.Plural, verb),
        new("", "pods", "list"), new("", "pods", "watch"), new("", "pods/log", "get"), new("", "events", "list"),
    ];

    public static async Task<IReadOnlyList<Finding>> OfUser(Patient patient, CancellationToken cancellation)
    {
        var (missing, hindrance) = await Missing(patient, UserRights, null, cancellation);
        if (hindrance is not null) return [Finding.Note("your rights", $"cannot be asked for: {hindrance}", "nothing, unless other commands fail")];
        return [missing.Count == 0
            ? Finding.Fine("your rights", $"all {UserRights.Count} that commands for people and kubectl need")
            : Finding.Note("your rights", $"you may not {string.Join(", ", missing)}", $"ask for a role in namespace {patient.Namespace} if you need the commands that use them")];
    }

    public static async Task<IReadOnlyList<Finding>> OfServiceAccounts(Patient patient, CancellationToken cancellation)
    {
        var home = await OperatorDeployment.Find(patient.Client, patient.Namespace, cancellation) is { } found ? found.Text("metadata", "namespace") : patient.Namespace;
        (string Role, string Namespace)[] accounts = [("operator", home), ("supervisor", patient.Namespace), ("bootstrap", patient.Namespace)];
        var findings = new List<Finding>();
        foreach (var (role, place) in accounts)
        {
            var account = $"flink-{role}";
            var (missing, hindrance) = await Missing(patient, ShippedRoles.Of(role), $"system:serviceaccount:{place}:{account}", cancellation);
            findings.Add(hindrance is not null
                ? Finding.Note(account, $"its rights cannot be asked for: {hindrance}", "somebody who may create subjectaccessreviews can ask")
                : missing.Count == 0
                    ? Finding.Fine(account, $"the service account of namespace {place} has the rights of its role")
                    : Finding.Wrong(account, $"the service account of namespace {place} may not {string.Join(", ", missing)}", Install + patient.Namespace));
        }
        return findings;
    }

    // The first answer that is none ends the questions: it would be the same for all.
    static async Task<(IReadOnlyList<Right> Missing, string? Hindrance)> Missing(Patient patient, IReadOnlyList<Right> rights, string? user, CancellationToken cancellation)
    {
        var missing = new List<Right>();
        foreach (var some in rights.Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(right => Ask(patient, right, user, cancellation)));
            foreach (var (right, answer) in some.Zip(answers))
            {
                if (!answer.IsOk(out var review)) return ([], answer.Describe());
                if (review.Text("status", "allowed") != "true") missing.Add(right);
            }
        }
        return (missing, null);
    }

    static Task<Answer<JsonObject>> Ask(Patient patient, Right right, string? user, CancellationToken cancellation)
    {
        var spec = new JsonObject { ["resourceAttributes"] = right.Attributes(patient.Namespace) };
        if (user is not null) (spec["user"], spec["groups"]) = (user, new JsonArray("system:serviceaccounts", "system:authenticated"));
        var (plural, kind) = user is null ? ("selfsubjectaccessreviews", "SelfSubjectAccessReview") : ("subjectaccessreviews", "SubjectAccessReview");
        return patient.Client.Create(ResourceTypes.Json("authorization.k8s.io", "v1", plural, kind, namespaced: false), null, new JsonObject { ["spec"] = spec }, cancellation: cancellation);
    }
}
