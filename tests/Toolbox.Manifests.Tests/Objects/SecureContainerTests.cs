using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.Objects;

public class SecureContainerTests
{
    const string Strict =
        """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""";

    [Theory]
    [InlineData("null", Strict)]
    [InlineData("{}", Strict)]
    [InlineData("""{"runAsUser":1000,"readOnlyRootFilesystem":false}""",
        """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":false,"runAsNonRoot":true,"runAsUser":1000,"seccompProfile":{"type":"RuntimeDefault"}}""")]
    [InlineData("""{"runAsUser":0}""",
        """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsUser":0,"seccompProfile":{"type":"RuntimeDefault"}}""")]
    [InlineData("""{"privileged":true}""",
        """{"privileged":true,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""")]
    [InlineData("""{"capabilities":{"add":["SYS_ADMIN"]}}""",
        """{"capabilities":{"add":["SYS_ADMIN"],"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""")]
    [InlineData("""{"seccompProfile":{"type":"Unconfined"},"allowPrivilegeEscalation":true,"capabilities":{"drop":["NET_RAW"]},"runAsNonRoot":false}""",
        """{"allowPrivilegeEscalation":true,"capabilities":{"drop":["NET_RAW"]},"readOnlyRootFilesystem":true,"runAsNonRoot":false,"seccompProfile":{"type":"Unconfined"}}""")]
    public void What_the_user_set_is_kept_and_the_rest_is_strict(string given, string expected)
    {
        var deployment = SomeDeployment.OfTheManual()
            .With("cluster.supervisor.securityContext", given)
            .With("jobs.0.spec.bootstrap.securityContext", given);

        AssertContext(expected, RenderedYaml.JsonOf(Render.SupervisorDeployment(deployment)));
        AssertContext(expected, RenderedYaml.JsonOf(Render.BootstrapJob(deployment)));
    }

    static void AssertContext(string expected, JsonObject rendered) => Assert.Equal(
        expected, rendered["spec"]!["template"]!["spec"]!["containers"]![0]!["securityContext"]!.ToJsonString());
}
