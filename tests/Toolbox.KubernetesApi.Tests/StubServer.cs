using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Toolbox.KubernetesApi.Tests;

/// <summary>A tiny HTTP server for what a well-behaved API server does not do: stalls, broken streams, odd bodies.</summary>
sealed class StubServer : IAsyncDisposable
{
    readonly HttpListener _listener;
    readonly Func<HttpListenerContext, CancellationToken, Task> _answer;
    readonly CancellationTokenSource _stop = new();
    readonly ConcurrentBag<Task> _running = [];
    readonly Task _accepting;

    StubServer(HttpListener listener, Uri address, Func<HttpListenerContext, CancellationToken, Task> answer)
    {
        (_listener, Address, _answer) = (listener, address, answer);
        _accepting = Accept();
    }

    public Uri Address { get; }

    public ApiConnection Connection => new(Address) { Token = "secret" };

    public ConcurrentQueue<SeenRequest> Requests { get; } = new();

    public static StubServer Start(Func<HttpListenerContext, CancellationToken, Task> answer)
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = $"http://127.0.0.1:{FreePort()}/";
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return new StubServer(listener, new Uri(address), answer);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    /// <summary>Answers every request with the same status and body.</summary>
    public static StubServer Always(int status, string body, params (string Name, string Value)[] headers) =>
        Start((context, _) => Respond(context, status, body, headers));

    public static async Task Respond(HttpListenerContext context, int status, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await Send(context, body);
        context.Response.Close();
    }

    /// <summary>Sends a part of a body at once and leaves the stream open.</summary>
    public static async Task Send(HttpListenerContext context, string text)
    {
        if (!context.Response.SendChunked) context.Response.SendChunked = true;
        await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        await context.Response.OutputStream.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Close();
        await _accepting;
        await Task.WhenAll(_running).ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
    }

    async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Requests.Enqueue(SeenRequest.Of(context.Request));
                _running.Add(_answer(context, _stop.Token));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
