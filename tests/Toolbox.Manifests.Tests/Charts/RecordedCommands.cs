using System.Text.Json.Nodes;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.Tests.CustomResources;
using Toolbox.Sandbox.Api;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>Commands as they are really executed, on an API server that knows each process's command as a user of its own and notes what it asks for.</summary>
sealed class RecordedCommands : IAsyncDisposable
{
    const string Namespace = "default";
    const string Cluster = "cluster-1";
    const string Job = "cluster-1-job-1";

    readonly string _folder;
    readonly ApiServer _server;
    readonly KubernetesApiClient _administrator;

    RecordedCommands(string folder, ApiServer server) => (_folder, _server, _administrator) = (folder, server, Connect(server, server.BearerToken));

    /// <summary>With the deployment of the manual, and nothing that was made of it.</summary>
    public static async Task<RecordedCommands> Start()
    {
        var folder = Directory.CreateTempSubdirectory("commands").FullName;
        var users = Path.Combine(folder, "users.csv");
        await File.WriteAllLinesAsync(users, CommandRights.All.Select(use => User(use.Account, use.Cause)).Select(user => $"{user},{user},{user}"));
        var server = await ApiServer.StartAsync(new ApiServerOptions { TokenFile = users, AuditLogPath = Path.Combine(folder, "audit.log") }, CancellationToken.None);
        var world = new RecordedCommands(folder, server);
        foreach (var name in DefinitionFiles.Names)
            await world.Store(ResourceTypes.Json("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", namespaced: false), DefinitionFiles.Definition(name));
        await world.Store(Json(FlinkResourceTypes.Deployments), SomeDeployment.OfTheManual().Json);
        return world;
    }

    public static string User(string account, string command) => $"{account}/{command}";

    public async Task Store(ResourceType<JsonObject> type, JsonObject value) =>
        Value(await _administrator.Create(type, type.Namespaced ? Namespace : null, value));

    /// <summary>Executes a command about the FlinkDeployment, the FlinkCluster or the FlinkJob; what comes of it does not matter, only that it was asked for.</summary>
    public async Task Execute(string account, Command.Kubernetes command, ResourceType<FlinkResource> about)
    {
        var resource = Value(await _administrator.Get(about, Namespace, about == FlinkResourceTypes.Jobs ? Job : Cluster));
        using var client = Connect(_server, User(account, command.GetType().Name));
        var outcome = await new KubernetesCommandExecutor(client).Execute(command, new ResourceContext(resource, Cluster), CancellationToken.None);
        Assert.IsNotType<Outcome.Unreachable>(outcome);
    }

    /// <summary>Ends the server; gives what each user has asked for.</summary>
    public async Task<ILookup<string, Right>> Stop()
    {
        await _server.DisposeAsync();
        return (await File.ReadAllLinesAsync(Path.Combine(_folder, "audit.log"))).Select(line => JsonNode.Parse(line)!)
            .Where(item => item["objectRef"] is not null)
            .Select(item => (User: (string)item["user"]!["username"]!, Right: Asked(item))).Distinct().ToLookup(item => item.User, item => item.Right);
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static Right Asked(JsonNode item)
    {
        var reference = item["objectRef"]!;
        var subresource = (string?)reference["subresource"] is { } name ? $"/{name}" : "";
        return new Right((string)item["verb"]!, $"{reference["resource"]}{subresource}{((string?)reference["apiGroup"] is { Length: > 0 } group ? $".{group}" : "")}");
    }

    static ResourceType<JsonObject> Json(ResourceType<FlinkResource> type) => ResourceTypes.Json(type.Group, type.Version, type.Plural, type.Kind);

    static KubernetesApiClient Connect(ApiServer server, string token) =>
        KubernetesApiClient.Connect(new ApiConnection(server.Url) { SkipTlsVerification = true, Token = token });

    static T Value<T>(Answer<T> answer) => answer.IsOk(out var value) ? value : throw new Xunit.Sdk.XunitException(answer.Describe());
}
