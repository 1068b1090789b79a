using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Toolbox.Flink.Tests;

/// <summary>A server that counts the bytes of uploaded files and keeps none.</summary>
sealed class CountingFlink : IAsyncDisposable
{
    readonly WebApplication application;
    readonly ConcurrentQueue<long> sizes = new();

    CountingFlink(WebApplication application) => this.application = application;

    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IEnumerable<long> Sizes => sizes;

    public static async Task<CountingFlink> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        var flink = new CountingFlink(builder.Build());
        flink.application.Run(flink.Count);
        await flink.application.StartAsync();
        return flink;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    async Task Count(HttpContext context)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value!;
        var reader = new MultipartReader(boundary, context.Request.Body);
        var buffer = new byte[64 * 1024];
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            long size = 0;
            int read;
            while ((read = await section.Body.ReadAsync(buffer, context.RequestAborted)) > 0) size += read;
            sizes.Enqueue(size);
        }
        await context.Response.WriteAsync("""{"filename":"/tmp/flink-web-upload/1_large.jar","status":"success"}""");
    }
}
