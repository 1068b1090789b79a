using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Digests;

namespace Toolbox.Core.Tests.Digests;

public sealed class SpecDigestTests
{
    const string Recording = "original-run/digests/manual-variants.tsv";

    const string Supervisor =
        """{"pullPolicy":"IfNotPresent","image":"nextbreakpoint/flinkctl:1.4.0-beta","serviceAccount":"flink-supervisor","taskTimeout":180,"resources":{"limits":{"cpu":"50m","memory":"200Mi"},"requests":{"cpu":"50m","memory":"200Mi"}},"rescaleDelay":10}""";

    public static TheoryData<string, string, string> Vectors => new()
    {
        { "runtime", """{"pullPolicy":"IfNotPresent","image":"flink:1.9.2"}""", "RMgn5qo3Q+Qy706ghyxeMw==" },
        { "savepoint", """{"savepointMode":"Automatic","savepointInterval":3600,"savepointTargetPath":"s3a://flink/cluster-1/job-1/savepoints"}""", "oxNouuvcYqYkBWtMOnKjdQ==" },
        { "savepoint", """{"savepointMode":"Automatic","savepointInterval":0,"savepointTargetPath":"s3a://flink/cluster-1/job-2/savepoints"}""", "oj/YaUKHUIZHCjgRxVN2wA==" },
        { "savepoint", """{"savepointMode":"Manual","savepointInterval":0,"savepointTargetPath":"s3a://flink/cluster-1/job-3/savepoints"}""", "fCBVDBHjaBLHu1lMugtOuA==" },
        { "restart", """{"restartPolicy":"OnlyIfFailed","restartDelay":60,"restartTimeout":120}""", "PQvmPQxmz6LjAa8HW+SQPQ==" },
        { "restart", """{"restartPolicy":"Always","restartDelay":60,"restartTimeout":120}""", "pxeYsVQV2fsVkJfRUQgehw==" },
        { "restart", """{"restartPolicy":"Never","restartDelay":60,"restartTimeout":120}""", "+pseQWz5urZaK5Feo97SsA==" },
        { "supervisor", Supervisor, "WtUIhzGMVrfpgNNH8oe/uw==" },
        { "supervisor", Supervisor.Replace("1.4.0", "1.4.1", StringComparison.Ordinal), "m9PZuXr5xDFcwbGZ+CJXcg==" },
        { "supervisor", Supervisor.Replace("50m", "0.05", StringComparison.Ordinal), "WtUIhzGMVrfpgNNH8oe/uw==" },
        { "bootstrap", """{"pullPolicy":"IfNotPresent","image":"jobs:latest","className":"com.nextbreakpoint.flink.jobs.stream.TestJob","jarPath":"/flink-jobs.jar","arguments":["--CONSOLE_OUTPUT","true"],"serviceAccount":"flink-bootstrap","resources":{"limits":{"cpu":"50m","memory":"200Mi"},"requests":{"cpu":"50m","memory":"200Mi"}}}""", "IJ1Wzp7m4utwEJwoW1R1wg==" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Digest_is_that_of_the_first_toolbox(string part, string section, string digest) =>
        Assert.Equal(digest, DigestOf(part, section));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Digest_does_not_depend_on_the_order_of_fields_or_on_null_and_unknown_ones(string part, string section, string digest)
    {
        var json = JsonNode.Parse(section)!.AsObject();
        json["pullSecrets"] = null;
        json["inventedLater"] = new JsonObject { ["field"] = 1 };
        Assert.Equal(digest, DigestOf(part, Reversed(json).ToJsonString()));
    }

    [ReferenceFact(Recording)]
    public void Digests_recorded_from_the_first_toolbox_hold()
    {
        var rows = File.ReadLines(ProjectFiles.Reference(Recording)).Where(line => !line.StartsWith("==", StringComparison.Ordinal)).Select(line => line.Split('\t')).ToList();
        Assert.True(rows.Count > 40);
        Assert.All(rows, row => Assert.Equal(row[1], DigestOf(row[0].Split('.')[^1], Reversed(JsonNode.Parse(row[2])!).ToJsonString())));
    }

    [Fact]
    public void Polling_interval_counts_as_text()
    {
        var text = DigestOf("supervisor", """{"image":"flinkctl","pollingInterval":"5"}""");
        Assert.Equal(text, DigestOf("supervisor", """{"image":"flinkctl","pollingInterval":5}"""));
        Assert.NotEqual(text, DigestOf("supervisor", """{"image":"flinkctl"}"""));
    }

    [Theory]
    [InlineData("<>&='", @"\u003c\u003e\u0026\u003d\u0027")]
    [InlineData("\u2028\u2029", @"\u2028\u2029")]
    [InlineData("\"\\\n\t\r\b\f\u0001", @"\""\\\n\t\r\b\f\u0001")]
    [InlineData("Zürich/日本", "Zürich/日本")]
    public void Texts_are_escaped_for_html(string text, string escaped)
    {
        var json = new System.Text.StringBuilder();
        HtmlSafeText.Append(json, text);
        Assert.Equal($"\"{escaped}\"", json.ToString());
    }

    [Fact]
    public void Absent_part_has_the_empty_digest()
    {
        Assert.Equal(new Toolbox.Core.Cluster.ClusterDigest("", "", "", ""), SpecDigest.OfCluster(default));
        Assert.Equal("", SpecDigest.OfJob(JsonDocument.Parse("""{"bootstrap":null}""").RootElement).Bootstrap);
        Assert.Equal("", SpecDigest.Whole(default));
    }

    [Fact]
    public void Digest_of_the_whole_ignores_order_nulls_and_the_excluded_fields_only()
    {
        var digest = Whole("""{"a":1,"taskManagers":2,"z":{"b":1,"c":null}}""");
        Assert.Equal(digest, Whole("""{"z":{"b":1},"a":1,"taskManagers":3,"n":null}"""));
        Assert.NotEqual(digest, Whole("""{"a":1,"z":{"b":2}}"""));
        Assert.NotEqual(digest, Whole("""{"a":1,"z":{"b":1},"unknown":true}"""));
    }

    static string Whole(string json) => SpecDigest.Whole(JsonDocument.Parse(json).RootElement, "taskManagers");

    static string DigestOf(string part, string section)
    {
        var spec = JsonDocument.Parse($$"""{"{{part}}":{{section}}}""").RootElement;
        var cluster = SpecDigest.OfCluster(spec);
        var job = SpecDigest.OfJob(spec);
        return part switch
        {
            "runtime" => cluster.Runtime,
            "jobManager" => cluster.JobManager,
            "taskManager" => cluster.TaskManager,
            "supervisor" => cluster.Supervisor,
            "bootstrap" => job.Bootstrap,
            "savepoint" => job.Savepoint,
            "restart" => job.Restart,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no part of a spec"),
        };
    }

    static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Reverse().Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value is null ? null : Reversed(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Reversed(item))]),
        _ => node.DeepClone(),
    };
}
