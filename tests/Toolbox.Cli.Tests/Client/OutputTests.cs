namespace Toolbox.Cli.Tests.Client;

/// <summary>The option <c>-o</c>.</summary>
public sealed class OutputTests
{
    const string Names = """{"status":"OK","output":"[\"a\",\"b\"]"}""";
    const string Status = """{"status":"OK","output":"{\"taskManagers\":2,\"labels\":\"a=\u003cb\u003e\",\"digest\":{\"runtime\":\"x==\"},\"tags\":[\"t\",\"u\"]}"}""";
    const string Rows = """{"status":"OK","output":"[{\"id\":\"one\",\"hardware\":{\"cpuCores\":2}},{\"id\":\"three\",\"free\":1}]"}""";

    [Theory]
    [InlineData("json", Names, "[\n  \"a\",\n  \"b\"\n]")]
    [InlineData("yaml", Names, "- a\n- b")]
    [InlineData("table", Names, "NAME\na\nb")]
    [InlineData("json", Status, "{\n  \"taskManagers\": 2,\n  \"labels\": \"a=<b>\",\n  \"digest\": {\n    \"runtime\": \"x==\"\n  },\n  \"tags\": [\n    \"t\",\n    \"u\"\n  ]\n}")]
    [InlineData("yaml", Status, "digest:\n  runtime: x==\nlabels: a=<b>\ntags:\n- t\n- u\ntaskManagers: 2")]
    [InlineData("table", Status, "FIELD            VALUE\ntaskManagers     2\nlabels           a=<b>\ndigest.runtime   x==\ntags             t, u")]
    [InlineData("table", Rows, "ID      HARDWARE.CPUCORES   FREE\none     2\nthree                       1")]
    [InlineData("json", """{"status":"OK"}""", "{\n  \"status\": \"OK\"\n}")]
    [InlineData("table", """{"status":"OK"}""", "FIELD    VALUE\nstatus   OK")]
    public async Task Output_has_the_form_that_was_asked_for(string form, string body, string expected)
    {
        await using var @operator = await RecordingOperator.Start(body);
        Assert.Equal(new Invocation(0, expected, ""), await @operator.Run("clusters", "list", "-o", form));
    }
}
