using System.Text;
using CsCheck;
using Toolbox.Api.Rest.Routes;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>Whatever comes, every route answers with an envelope, soon, and never with 500; and nothing piles up.</summary>
[Collection(nameof(ApiCollection))]
public sealed class FuzzTests(ApiFixture api)
{
    const int Rounds = 600;

    static readonly Gen<string> Names = Gen.OneOf(
        OneOf("cluster-1", "job-1", "fleet", "..", ".", "%00", "a%2fb", "%2e%2e", "%252e", "-", "_", "Ä", "%F0%9F%98%80", "%ff", "a b", "{x}", new string('x', 300)),
        Gen.String[Gen.Char['!', '~'], 1, 30].Select(Uri.EscapeDataString));

    static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth > 4
        ? OneOf("null", "true", "0")
        : Gen.OneOf(
            OneOf("null", "true", "false", "\"x\"", "1e999", "-0", "\"\\ud800\"", "99999999999999999999", "[]", "{}"),
            Gen.Int.Select(number => $"{number}"),
            inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(OneOf("withoutSavepoint", "taskManagers", "parallelism", "cluster", "runtime", "jobManager", "bootstrap", "spec", "", "\\u0000"), inner)
                .Array[0, 4].Select(items => $"{{{string.Join(',', items.Select(item => $"\"{item.Item1}\":{item.Item2}"))}}}")));

    // Right specs with a few characters taken out or replaced reach deeper than noise.
    static readonly Gen<string> Broken = Gen.Select(
        OneOf(Specs.Cluster, Specs.Job, Specs.Deployment, """{"withoutSavepoint":true}""", """{"taskManagers":1}""", """{"parallelism":1}"""),
        Gen.Double.Unit, OneOf("", "\"", "}", "null", "-1", "\0", "é")).Select((text, place, with) =>
        {
            var at = (int)(place * (text.Length - 1));
            return text[..at] + with + text[(at + 1)..];
        });

    static readonly Gen<byte[]> Bodies = Gen.Frequency(
        (4, Json.Select(Encoding.UTF8.GetBytes)), (4, Broken.Select(Encoding.UTF8.GetBytes)), (1, Gen.Byte.Array[0, 200]), (1, Gen.Const(Array.Empty<byte>())));

    static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    [Fact]
    public async Task Every_route_answers_whatever_comes()
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/deployments/fleet", Specs.Deployment)).IsOk();
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        (await stand.Post("/clusters/cluster-1/jobs/job-1", Specs.Job)).IsOk();
        await Rain(stand);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Rain(stand);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 64 * 1024 * 1024, "requests leave something behind");
        (await stand.Get("/clusters")).IsOk();
    }

    static async Task Rain(RestStand stand) => await Gen.Select(OneOf(RouteTable.All.ToArray()), Names.Array[3], Bodies).SampleAsync(
        async (route, names, body) => await Try(stand, route, names, body), iter: Rounds, threads: 4);

    static async Task Try(RestStand stand, Route route, string[] names, byte[] body)
    {
        var parameters = new[] { "{deployment}", "{cluster}", "{job}", "{taskmanager}" };
        var path = parameters.Aggregate(route.Path, (text, parameter) => text.Replace(parameter, names[parameter.Length % 3], StringComparison.Ordinal));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), RestStand.Absolute(path));
        if (body.Length > 0) request.Content = new ByteArrayContent(body);
        using var response = await stand.Http.SendAsync(request, limit.Token);
        var reply = await Reply.Of(response);
        // Kestrel itself refuses what is no address, without a body.
        Assert.True(reply.Code is 200 or 400 or 404 or 405 or 409 or 413 or 503, $"{route.Method} {path}: {reply}");
        if (reply.Body.Length > 0) Assert.Contains(reply.Status, new[] { "OK", "FAILURE", "ERROR" });
        else Assert.Equal(400, reply.Code);
    }
}
