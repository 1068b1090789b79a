using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Toolbox.Sandbox.Tests.Api;

public sealed class PodLogs(ServerFixture server) : IClassFixture<ServerFixture>
{
    const string Pods = "/api/v1/namespaces/default/pods";

    [Fact]
    public async Task A_log_is_streamed_from_the_kubelet_that_the_node_names()
    {
        await using var kubelet = Kubelet();
        await kubelet.StartAsync();
        var port = new Uri(kubelet.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        await server.SendAsync("POST", "/api/v1/nodes", """{"metadata":{"name":"one"}}""");
        await server.SendAsync("PATCH", "/api/v1/nodes/one/status",
            """{"status":{"addresses":[{"type":"InternalIP","address":"127.0.0.1"}],"daemonEndpoints":{"kubeletEndpoint":{"Port":PORT}}}}""".Replace("PORT", $"{port}"),
            "application/merge-patch+json");
        await server.SendAsync("POST", Pods, """{"metadata":{"name":"talker"},"spec":{"containers":[{"name":"main","image":"x"}]}}""");
        Assert.Equal(HttpStatusCode.NoContent, (await server.SendAsync("GET", $"{Pods}/talker/log")).Code);
        await server.SendAsync("POST", $"{Pods}/talker/binding", """{"metadata":{"name":"talker"},"target":{"kind":"Node","name":"one"}}""");
        var (code, text) = await server.SendAsync("GET", $"{Pods}/talker/log?tailLines=3&timestamps=true");
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal("/containerLogs/default/talker/main?timestamps=true&tailLines=3", text!.GetValue<string>());
    }

    static WebApplication Kubelet()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(http => http.Response.WriteAsync(http.Request.Path + http.Request.QueryString));
        return application;
    }
}
