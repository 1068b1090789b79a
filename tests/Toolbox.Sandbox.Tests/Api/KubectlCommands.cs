using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>What people type, typed into the real kubectl.</summary>
public sealed class KubectlCommands(ServerFixture server) : IClassFixture<ServerFixture>
{
    const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: gadgets.example.toolbox.dev}
        spec:
          group: example.toolbox.dev
          scope: Namespaced
          names: {plural: gadgets, kind: Gadget, shortNames: [gd], categories: [all]}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}, scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas}}
            additionalPrinterColumns: [{name: Size, type: string, jsonPath: .spec.size}]
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    description: What is wanted.
                    required: [size]
                    properties:
                      size: {type: string, enum: [small, large]}
                      replicas: {type: integer, default: 1, minimum: 0}
                  status: {type: object, properties: {replicas: {type: integer}, phase: {type: string}}}
        """;

    const string Gadget = """
        apiVersion: example.toolbox.dev/v1
        kind: Gadget
        metadata: {name: one}
        spec: {size: small}
        """;

    const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: main, image: "example.test/web:1", env: [{name: A, value: "1"}]}]}
        """;

    [KubectlFact]
    public async Task A_custom_resource_lives_from_its_definition_to_its_deletion()
    {
        using var kubectl = new Kubectl(server.Server, "default");
        Assert.Contains("created", await kubectl.RunAsync("apply", "-f", kubectl.Write("crd.yaml", Definition)));
        Assert.Contains("condition met", await kubectl.RunAsync("wait", "--for=condition=Established", "crd/gadgets.example.toolbox.dev", "--timeout=10s"));
        var file = kubectl.Write("gadget.yaml", Gadget);
        Assert.Contains("gadget.example.toolbox.dev/one created", await kubectl.RunAsync("apply", "-f", file));
        Assert.Contains("unchanged", await kubectl.RunAsync("apply", "-f", file));
        Assert.Contains("configured", await kubectl.RunAsync("apply", "-f", kubectl.Write("large.yaml", Gadget.Replace("small", "large"))));
        Assert.Matches(@"NAME\s+SIZE\s+one\s+large", await kubectl.RunAsync("get", "gd"));
        Assert.Contains("serverside-applied", await kubectl.RunAsync("apply", "--server-side", "-f", file));
        Assert.Contains("annotated", await kubectl.RunAsync("annotate", "gd", "one", "a=b"));
        Assert.Contains("labeled", await kubectl.RunAsync("label", "gd", "one", "a=b"));
        Assert.Contains("scaled", await kubectl.RunAsync("scale", "gd", "one", "--replicas=3"));
        Assert.Contains("patched", await kubectl.RunAsync("patch", "gd", "one", "--subresource=status", "--type=merge", "-p", """{"status":{"phase":"Ready"}}"""));
        Assert.Contains("condition met", await kubectl.RunAsync("wait", "--for=jsonpath={.status.phase}=Ready", "gd/one", "--timeout=10s"));
        var stored = JsonNode.Parse(await kubectl.RunAsync("get", "gd", "one", "-o", "json"))!;
        Assert.Equal(3, stored["spec"]!["replicas"]!.GetValue<int>());
        Assert.Equal("small", stored["spec"]!["size"]!.GetValue<string>());
        Assert.Contains("What is wanted.", await kubectl.RunAsync("explain", "gadget.spec"));
        Assert.Contains("Name:         one", await kubectl.RunAsync("describe", "gd", "one"));
        Assert.Contains("gadget.example.toolbox.dev \"one\" deleted", await kubectl.RunAsync("delete", "gd", "one"));
        Assert.Contains("deleted", await kubectl.RunAsync("delete", "crd", "gadgets.example.toolbox.dev"));
    }

    [KubectlFact]
    public async Task Built_in_kinds_are_created_shown_and_changed()
    {
        using var kubectl = new Kubectl(server.Server, "builtin");
        await kubectl.RunAsync("create", "namespace", "builtin");
        var file = kubectl.Write("web.yaml", Deployment);
        Assert.Contains("deployment.apps/web created", await kubectl.RunAsync("apply", "-f", file));
        Assert.Contains("configured", await kubectl.RunAsync("apply", "-f", kubectl.Write("web2.yaml", Deployment.Replace("web:1", "web:2"))));
        Assert.Contains("example.test/web:2", await kubectl.RunAsync("get", "deploy", "-o", "wide"));
        Assert.Contains("Replicas:", await kubectl.RunAsync("describe", "deploy", "web"));
        Assert.Contains("image updated", await kubectl.RunAsync("set", "image", "deploy/web", "main=example.test/web:3"));
        Assert.Contains("configmap/settings created", await kubectl.RunAsync("create", "configmap", "settings", "--from-literal=a=b"));
        Assert.Contains("secret/hidden created", await kubectl.RunAsync("create", "secret", "generic", "hidden", "--from-literal=a=b"));
        await kubectl.RunAsync("create", "serviceaccount", "worker");
        Assert.Equal(3, (await kubectl.RunAsync("create", "token", "worker")).Split('.').Length);
        Assert.Contains("role.rbac.authorization.k8s.io/reader created", await kubectl.RunAsync("create", "role", "reader", "--verb=get", "--resource=pods"));
        Assert.Contains("pod/lonely created", await kubectl.RunAsync("run", "lonely", "--image=example.test/x:1"));
        Assert.Matches(@"lonely\s+0/1\s+Pending", await kubectl.RunAsync("get", "pods"));
        Assert.Contains("QoS Class:", await kubectl.RunAsync("describe", "pod", "lonely"));
        Assert.Contains("yes", await kubectl.RunAsync("auth", "can-i", "get", "pods"));
        Assert.Contains("deployments", await kubectl.RunAsync("api-resources", "--api-group=apps"));
        Assert.Contains("deleted", await kubectl.RunAsync("delete", "pod", "lonely"));
    }

    [KubectlFact]
    public async Task Mistakes_are_explained()
    {
        using var kubectl = new Kubectl(server.Server, "default");
        var (code, output) = await kubectl.TryAsync("get", "nonsense");
        Assert.Equal(1, code);
        Assert.Contains("the server doesn't have a resource type \"nonsense\"", output);
        (code, output) = await kubectl.TryAsync("apply", "-f", kubectl.Write("bad.yaml", Deployment.Replace("selector:", "selektor:")));
        Assert.Equal(1, code);
        Assert.Contains("unknown field \"spec.selektor\"", output);
        (code, output) = await kubectl.TryAsync("exec", "nobody", "--", "ls");
        Assert.Equal(1, code);
        Assert.Contains("pods \"nobody\" not found", output);
    }

    [KubectlFact]
    public async Task A_watch_shows_changes_as_they_come()
    {
        using var kubectl = new Kubectl(server.Server, "default");
        using var watch = kubectl.Start("get", "configmaps", "-w", "--field-selector=metadata.name=watched");
        try
        {
            await server.SendAsync("POST", "/api/v1/namespaces/default/configmaps", """{"metadata":{"name":"watched"},"data":{"a":"1"}}""");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
            var seen = "";
            while (!seen.StartsWith("watched", StringComparison.Ordinal)) seen = await watch.StandardOutput.ReadLineAsync(patience.Token) ?? "watch ended";
            Assert.Matches(@"watched\s+1", seen);
        }
        finally
        {
            watch.Kill();
        }
    }
}
