using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;

namespace Toolbox.KubernetesApi.Tests;

/// <summary>Lists and watches of config maps as a test scripts them. Lists repeat their last script; watches without a script stay open.</summary>
sealed class ScriptedApi : IAsyncDisposable
{
    readonly StubServer _server;
    readonly ConcurrentQueue<(int Status, string Body)> _lists = new();
    readonly Channel<Func<HttpListenerContext, CancellationToken, Task>> _watches =
        Channel.CreateUnbounded<Func<HttpListenerContext, CancellationToken, Task>>();
    readonly ConcurrentQueue<int> _refusals = new();
    (int Status, string Body) _last = (500, "no list was scripted");

    public ScriptedApi(ClientOptions? options = null)
    {
        _server = StubServer.Start(Answer);
        Client = KubernetesApiClient.Connect(_server.Connection, options);
    }

    public KubernetesApiClient Client { get; }

    public IEnumerable<string> Addresses => _server.Requests.Select(request => request.Address);

    public IEnumerable<string> Watches => Addresses.Where(address => address.Contains("watch=true", StringComparison.Ordinal));

    public static string ConfigMap(string name, int version, string? uid = null, string value = "") =>
        $$$"""{"metadata":{"name":"{{{name}}}","namespace":"default","uid":"{{{uid ?? name}}}","resourceVersion":"{{{version}}}","managedFields":[{"manager":"x","fieldsV1":{"f:data":{} } }]},"data":{"value":"{{{value}}}"}}""";

    public static string List(int version, params string[] items) => ListPage(version, "", items);

    public static string ListPage(int version, string next, params string[] items) =>
        $$"""{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"{{version}}","continue":"{{next}}"},"items":[{{string.Join(',', items)}}]}""";

    public static string Event(string type, string value) => $$"""{"type":"{{type}}","object":{{value}}}""" + "\n";

    public static string Expired => Event("ERROR", """{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version"}""");

    public ScriptedApi ThenList(string body, int status = 200)
    {
        _lists.Enqueue((status, body));
        return this;
    }

    /// <summary>A watch that sends these events and then stays open.</summary>
    public ScriptedApi ThenWatch(params string[] events) => ThenServe(async (context, stop) =>
    {
        await StubServer.Send(context, string.Concat(events) + "\n");
        await new TaskCompletionSource().Task.WaitAsync(stop);
    });

    /// <summary>A watch that sends these events and is closed in good order.</summary>
    public ScriptedApi ThenShortWatch(params string[] events) => ThenServe(async (context, _) =>
    {
        await StubServer.Send(context, string.Concat(events) + "\n");
        context.Response.Close();
    });

    /// <summary>A watch whose connection breaks after this text.</summary>
    public ScriptedApi ThenBrokenWatch(string text) => ThenServe(async (context, _) =>
    {
        await StubServer.Send(context, text);
        context.Response.Abort();
    });

    /// <summary>A watch that is answered with this status instead of being opened.</summary>
    public ScriptedApi ThenRefuse(int status)
    {
        _refusals.Enqueue(status);
        return this;
    }

    public ScriptedApi ThenServe(Func<HttpListenerContext, CancellationToken, Task> watch)
    {
        _watches.Writer.TryWrite(watch);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    async Task Answer(HttpListenerContext context, CancellationToken stop)
    {
        if (context.Request.QueryString["watch"] == "true")
        {
            if (_refusals.TryDequeue(out var status))
            {
                await StubServer.Respond(context, status, "");
                return;
            }
            await StubServer.Send(context, "\n"); // headers go out with the first bytes, and an empty write would end the body
            await (await _watches.Reader.ReadAsync(stop))(context, stop);
            return;
        }
        if (_lists.TryDequeue(out var next)) _last = next;
        await StubServer.Respond(context, _last.Status, _last.Body);
    }
}
