using System.Text.Json.Nodes;
using Toolbox.Sandbox.Tests.Node;

namespace Toolbox.Sandbox.Tests.Api.Access;

/// <summary>Rights as the real kubectl makes, asks for and uses them; and the audit log of it.</summary>
public sealed class KubectlAccessTests(RoleServer server) : IClassFixture<RoleServer>
{
    [KubectlFact]
    public async Task Roles_are_made_and_asked_for()
    {
        using var kubectl = new Kubectl(server.Server, "team");
        await kubectl.RunAsync("create", "namespace", "team");
        await kubectl.RunAsync("create", "serviceaccount", "robot");
        await kubectl.RunAsync("create", "role", "reader", "--verb=get,list,watch", "--resource=pods,pods/log");
        await kubectl.RunAsync("create", "rolebinding", "robot-reads", "--role=reader", "--serviceaccount=team:robot");
        const string Robot = "--as=system:serviceaccount:team:robot";
        Assert.Equal("yes", (await kubectl.RunAsync("auth", "can-i", "list", "pods", Robot)).Trim());
        Assert.Equal("yes", (await kubectl.RunAsync("auth", "can-i", "get", "pods", "--subresource=log", Robot)).Trim());
        var (code, output) = await kubectl.TryAsync("auth", "can-i", "delete", "pods", Robot);
        Assert.Equal((1, "no"), (code, output.Trim()));
        var listed = await kubectl.RunAsync("auth", "can-i", "--list", Robot);
        Assert.Matches(@"pods/log\s+\[\]\s+\[\]\s+\[get list watch\]", listed);
        Assert.Matches(@"\*\.\*\s+\[\]\s+\[\]\s+\[\*\]", await kubectl.RunAsync("auth", "can-i", "--list"));

        var token = (await kubectl.RunAsync("create", "token", "robot")).Trim();
        string[] robot = ["--kubeconfig=/dev/null", $"--server={server.Server.Url}", "--insecure-skip-tls-verify", $"--token={token}", "-n", "team"];
        Assert.Contains("No resources found", await kubectl.RunAsync(["get", "pods", .. robot]));
        Assert.Contains("system:serviceaccount:team:robot", await kubectl.RunAsync(["auth", "whoami", .. robot]));
        (code, output) = await kubectl.TryAsync(["create", "configmap", "c", .. robot]);
        Assert.Equal(1, code);
        Assert.Contains("error: failed to create configmap: configmaps is forbidden: User \"system:serviceaccount:team:robot\" cannot create resource \"configmaps\" in API group \"\" in the namespace \"team\"", output);
    }

    [Fact]
    public async Task The_audit_log_tells_who_asked_for_what()
    {
        await server.Namespace("audited");
        await server.Grant("audited", "looks", """{"apiGroups":[""],"resources":["pods"],"verbs":["watch"]}""", RoleServer.User("bob"));
        Assert.Equal(200, (int)(await server.Ask(RoleServer.Bob, "GET", "/api/v1/namespaces/audited/pods?watch=true&timeoutSeconds=1")).Code);
        Assert.Equal(403, (int)(await server.Ask(RoleServer.Bob, "GET", "/api/v1/namespaces/audited/pods/p/log")).Code);
        var events = await Events("audited", 3);
        Assert.Equal(["watch ResponseStarted 200 allow", "watch ResponseComplete 200 allow", "get ResponseComplete 403 forbid"],
            events.Select(item => $"{item["verb"]} {item["stage"]} {item["responseStatus"]!["code"]} {item["annotations"]!["authorization.k8s.io/decision"]}"));
        Assert.Equal("""{"resource":"pods","namespace":"audited","name":"p","apiVersion":"v1","subresource":"log"}""", events[2]["objectRef"]!.ToJsonString());
        Assert.Equal("/api/v1/namespaces/audited/pods?watch=true&timeoutSeconds=1", (string?)events[0]["requestURI"]);
    }

    // A line is written after the answer, so the last one may be on its way.
    async Task<IReadOnlyList<JsonNode>> Events(string space, int count)
    {
        IReadOnlyList<JsonNode> events = [];
        await Eventually.Holds(() => (events = Read(space)).Count >= count, $"{count} lines in the audit log");
        return events;
    }

    IReadOnlyList<JsonNode> Read(string space)
    {
        using var reader = new StreamReader(new FileStream(server.AuditLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => JsonNode.Parse(line)!)
            .Where(item => (string?)item["user"]!["username"] == "bob" && (string?)item["objectRef"]?["namespace"] == space)];
    }
}
