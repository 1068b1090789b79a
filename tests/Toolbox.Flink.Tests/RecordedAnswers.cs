using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Toolbox.Flink.Tests;

/// <summary>What real Flink answered, and a server that answers everything with one of these recordings.</summary>
static class RecordedAnswers
{
    public static (int Status, string Body) Find(string version, string name)
    {
        var line = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recorded", version + ".jsonl"))
            .Select(text => JsonNode.Parse(text)!).Single(node => (string)node["name"]! == name);
        return ((int)line["status"]!, line["body"]!.ToJsonString());
    }

    public static async Task<T> AskAsync<T>(int status, string body, Func<FlinkClient, Task<T>> ask, string contentType = "application/json", FlinkClientOptions? options = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var application = builder.Build();
        application.Run(async context =>
        {
            // The client asks for the version before it writes; the recording is for the call itself.
            var isVersion = context.Request.Path == "/v1/config";
            context.Response.StatusCode = isVersion ? 200 : status;
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(isVersion ? """{"flink-version":"1.20.5"}""" : body);
        });
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new FlinkClient(new Uri(address), options ?? new FlinkClientOptions());
        return await ask(client);
    }
}
