using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>Sends recorded requests.</summary>
public sealed class ReplayClient(HttpClient client, string token)
{
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(600);

    public const string Recorder = "recorder/1.0";

    /// <summary>A request of the set-up; anything but success is an error of the set-up.</summary>
    public async Task SetUpAsync(JsonObject step, Bindings bindings)
    {
        var (status, body, _) = await SendAsync(step, bindings, step["agent"]?.GetValue<string>() ?? Recorder);
        var expected = step["status"]?.GetValue<int>() ?? 0;
        if (expected == 0 ? status is < 200 or > 299 : status != expected)
            throw new InvalidOperationException($"set-up {step["method"]} {step["path"]} answered {status}: {body}");
        if (step["bind"] is JsonObject names)
        {
            foreach (var (name, path) in names)
            {
                var value = JsonNode.Parse(body) ?? throw new InvalidOperationException("set-up answered nothing");
                foreach (var member in path!.GetValue<string>().Split('.')) value = value[member]!;
                bindings.Bind(name, value.GetValue<string>());
            }
        }
    }

    async Task<(int Status, string Body, HttpResponseMessage Message)> SendAsync(JsonObject request, Bindings bindings, string agent)
    {
        var response = await OpenAsync(request, bindings, agent);
        return ((int)response.StatusCode, await ReadAsync(response), response);
    }

    /// <summary>The answer as soon as it begins.</summary>
    public async Task<HttpResponseMessage> OpenAsync(JsonObject request, Bindings bindings, string agent)
    {
        if (request["revalidate"] is not null) await RememberTagAsync(request, bindings, agent);
        using var message = Build(request, bindings, agent);
        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }

    // A tag that was not recorded when it was given out is the one that the server gives now.
    async Task RememberTagAsync(JsonObject request, Bindings bindings, string agent)
    {
        var first = (JsonObject)request.DeepClone();
        first.Remove("revalidate");
        var headers = first["headers"]!.AsObject();
        var tag = headers["If-None-Match"]!.GetValue<string>();
        headers.Remove("If-None-Match");
        headers.Remove("If-Modified-Since");
        var (_, _, message) = await SendAsync(first, bindings, agent);
        using (message)
        {
            if (message.Headers.ETag is { } given) bindings.Bind(tag.Trim('"'), given.Tag.Trim('"'));
        }
    }

    // kubectl leaves a watch as soon as it has seen enough; here that is when nothing more comes.
    public static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri?.Query.Contains("watch=", StringComparison.Ordinal) != true) return await response.Content.ReadAsStringAsync();
        using var text = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var chunk = new byte[64 * 1024];
        using var quiet = new CancellationTokenSource();
        try
        {
            while (true)
            {
                quiet.CancelAfter(Quiet);
                var count = await stream.ReadAsync(chunk, quiet.Token);
                if (count == 0) break;
                text.Write(chunk, 0, count);
            }
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested)
        {
            response.Dispose();
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    HttpRequestMessage Build(JsonObject request, Bindings bindings, string agent)
    {
        var path = bindings.Fill(request["path"]!.GetValue<string>());
        var message = new HttpRequestMessage(new HttpMethod(request["method"]!.GetValue<string>()), path);
        message.Headers.TryAddWithoutValidation("User-Agent", agent);
        var headers = request["headers"] as JsonObject ?? [];
        var anonymous = request["anonymous"]?.GetValue<bool>() == true;
        if (!anonymous && !headers.ContainsKey("Authorization")) message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        if (request["body"] is { } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(bindings.Fill(Text(body))));
            message.Content.Headers.ContentType = null;
            if (!headers.ContainsKey("Content-Type") && request["headers"] is null) message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        foreach (var (name, value) in headers)
        {
            var text = bindings.Fill(value!.GetValue<string>());
            if (name == "Content-Type") message.Content?.Headers.TryAddWithoutValidation(name, text);
            else message.Headers.TryAddWithoutValidation(name, text);
        }
        return message;
    }

    static string Text(JsonNode body) => body is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : PythonJson.Write(body);
}
