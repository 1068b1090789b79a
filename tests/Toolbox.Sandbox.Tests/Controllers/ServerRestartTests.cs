using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Controllers;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>Controllers outlive their API server.</summary>
public sealed class ServerRestartTests
{
    const string Token = "token-of-the-restarted-server";

    [Fact]
    public async Task Controllers_go_on_with_a_server_that_came_back_with_nothing()
    {
        var server = await ApiServer.StartAsync(new ApiServerOptions { AdministratorToken = Token }, CancellationToken.None);
        try
        {
            using var client = KubernetesApiClient.Connect(new ApiConnection(server.Url) { SkipTlsVerification = true, Token = Token });
            await using var manager = await ControllerManager.StartAsync(client, new ControllerManagerOptions(), CancellationToken.None);
            var place = new ControlledNamespace(client, "default");
            await place.Eventually(Kinds.ServiceAccounts, "default", item => item is not null);
            await place.Create(Kinds.Deployments, Templates.Deployment("before"));
            await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1);
            var port = server.Url.Port;
            await server.DisposeAsync();
            server = await ApiServer.StartAsync(new ApiServerOptions { AdministratorToken = Token, Port = port }, CancellationToken.None);
            await place.Eventually(Kinds.ServiceAccounts, "default", item => item is not null);
            await place.Create(Kinds.Deployments, Templates.Deployment("after"));
            // A controller may still have believed in an old set for a moment; the collector takes such a pod away.
            await place.EventuallyAll(Kinds.Pods, pods =>
                pods.Count == 1 && ((string)pods[0]["metadata"]!["name"]!).StartsWith("after-", StringComparison.Ordinal));
            Assert.False(manager.Completion.IsCompleted);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_a_server_the_start_can_be_given_up()
    {
        using var client = KubernetesApiClient.Connect(new ApiConnection(new Uri("http://127.0.0.1:9")));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ControllerManager.StartAsync(client, new ControllerManagerOptions(), patience.Token));
    }
}
