using System.Text;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>How bodies may come, and how not.</summary>
[Collection(nameof(ApiCollection))]
public sealed class BodyTests(ApiFixture api) : IAsyncLifetime
{
    const string Stop = "/api/v1/clusters/cluster-1/stop";

    RestStand _stand = null!;

    public async Task InitializeAsync()
    {
        _stand = await RestStand.Start(api);
        (await _stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
    }

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Json_may_come_as_curl_sends_it(string? type) => (await Send("{}", type)).IsOk();

    [Theory]
    [InlineData("text/xml", "application/json")]
    [InlineData("multipart/form-data; boundary=x", "application/json")]
    [InlineData("application/json; charset=utf-16", "UTF-8")]
    [InlineData("nonsense", "cannot be read")]
    public async Task Another_content_type_is_refused(string type, string word) => (await Send("{}", type)).Is(415, word);

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Stop) { Content = new StringContent("{}", Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("Origin", "https://example.com");
        using var response = await _stand.Http.SendAsync(request);
        (await Reply.Of(response)).Is(415, "application/json");
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _stand.Http.PutAsync(Stop, content);
        (await Reply.Of(response)).Is(415, "compressed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_long_is_refused(bool announced)
    {
        var text = $$"""{"withoutSavepoint":false{{new string(' ', 1024 * 1024)}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Put, Stop) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = !announced;
        using var response = await _stand.Http.SendAsync(request);
        (await Reply.Of(response)).Is(413, "longer than 1048576 bytes");
    }

    [Fact]
    public async Task A_body_may_be_as_long_as_allowed() =>
        (await Send("{}" + new string(' ', (1024 * 1024) - 2), "application/json")).IsOk();

    [Theory]
    [InlineData("{\"withoutSavepoint\":true,}")]
    [InlineData("{'withoutSavepoint':true}")]
    [InlineData("{\"withoutSavepoint\":true}{}")]
    [InlineData("// no\n{}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData(" ")]
    public async Task What_is_not_JSON_is_refused(string body) => (await Send(body, "application/json")).Is(400, "not JSON");

    [Fact]
    public async Task Half_a_character_is_refused() => (await Send("""{"withoutSavepoint":"\ud800"}""", "application/json")).Is(400, "lone surrogate");

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var content = new ByteArrayContent([(byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}']);
        using var response = await _stand.Http.PutAsync(Stop, content);
        (await Reply.Of(response)).Is(400, "");
    }

    [Fact]
    public async Task Nesting_without_end_is_refused() =>
        (await Send(string.Concat(Enumerable.Repeat("[", 100_000)), "application/json")).Is(400, "not JSON");

    async Task<Reply> Send(string body, string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await _stand.Http.PutAsync(Stop, content);
        return await Reply.Of(response);
    }
}
