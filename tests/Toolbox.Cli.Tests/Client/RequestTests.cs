using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Every client command sends the request of the older client.</summary>
public sealed class RequestTests : IDisposable
{
    const string Ok = """{"status":"OK"}""";

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("deployments list", "GET", "/api/v1/deployments")]
    [InlineData("deployment delete --deployment-name=d", "DELETE", "/api/v1/deployments/d")]
    [InlineData("deployment status --deployment-name=d", "GET", "/api/v1/deployments/d/status")]
    [InlineData("clusters list", "GET", "/api/v1/clusters")]
    [InlineData("cluster delete --cluster-name=c", "DELETE", "/api/v1/clusters/c")]
    [InlineData("cluster status --cluster-name c", "GET", "/api/v1/clusters/c/status")]
    [InlineData("cluster start --cluster-name=c", "PUT", "/api/v1/clusters/c/start", """{"withoutSavepoint":false}""")]
    [InlineData("cluster start --cluster-name=c --without-savepoint", "PUT", "/api/v1/clusters/c/start", """{"withoutSavepoint":true}""")]
    [InlineData("cluster stop --cluster-name=c", "PUT", "/api/v1/clusters/c/stop", """{"withoutSavepoint":false}""")]
    [InlineData("cluster stop --without-savepoint --cluster-name=c", "PUT", "/api/v1/clusters/c/stop", """{"withoutSavepoint":true}""")]
    [InlineData("cluster scale --cluster-name=c --task-managers=4", "PUT", "/api/v1/clusters/c/scale", """{"taskManagers":4}""")]
    [InlineData("cluster scale --cluster-name=c --task-managers 0", "PUT", "/api/v1/clusters/c/scale", """{"taskManagers":0}""")]
    [InlineData("jobs list --cluster-name=c", "GET", "/api/v1/clusters/c/jobs")]
    [InlineData("job delete --cluster-name=c --job-name=j", "DELETE", "/api/v1/clusters/c/jobs/j")]
    [InlineData("job status --cluster-name=c --job-name=j", "GET", "/api/v1/clusters/c/jobs/j/status")]
    [InlineData("job details --cluster-name=c --job-name=j", "GET", "/api/v1/clusters/c/jobs/j/details")]
    [InlineData("job metrics --cluster-name=c --job-name=j", "GET", "/api/v1/clusters/c/jobs/j/metrics")]
    [InlineData("job start --cluster-name=c --job-name=j", "PUT", "/api/v1/clusters/c/jobs/j/start", """{"withoutSavepoint":false}""")]
    [InlineData("job start --cluster-name=c --job-name=j --without-savepoint", "PUT", "/api/v1/clusters/c/jobs/j/start", """{"withoutSavepoint":true}""")]
    [InlineData("job stop --cluster-name=c --job-name=j", "PUT", "/api/v1/clusters/c/jobs/j/stop", """{"withoutSavepoint":false}""")]
    [InlineData("job stop --cluster-name=c --job-name=j --without-savepoint", "PUT", "/api/v1/clusters/c/jobs/j/stop", """{"withoutSavepoint":true}""")]
    [InlineData("job scale --cluster-name=c --job-name=j --parallelism=2", "PUT", "/api/v1/clusters/c/jobs/j/scale", """{"parallelism":2}""")]
    [InlineData("savepoint trigger --cluster-name=c --job-name=j", "PUT", "/api/v1/clusters/c/jobs/j/savepoint", "null")]
    [InlineData("savepoint forget --cluster-name=c --job-name=j", "DELETE", "/api/v1/clusters/c/jobs/j/savepoint")]
    [InlineData("jobmanager metrics --cluster-name=c", "GET", "/api/v1/clusters/c/jobmanager/metrics")]
    [InlineData("taskmanagers list --cluster-name=c", "GET", "/api/v1/clusters/c/taskmanagers")]
    [InlineData("taskmanager details --cluster-name=c --taskmanager-id=t", "GET", "/api/v1/clusters/c/taskmanagers/t/details")]
    [InlineData("taskmanager metrics --cluster-name=c --taskmanager-id=10.1.2.3:4567-ab", "GET", "/api/v1/clusters/c/taskmanagers/10.1.2.3:4567-ab/metrics")]
    public async Task Command_is_one_request(string line, string method, string path, string body = "")
    {
        await using var @operator = await RecordingOperator.Start(Ok);
        var invocation = await @operator.Run(line.Split(' '));
        Assert.Equal(new Invocation(0, Ok, ""), invocation);
        var request = Assert.Single(@operator.Requests);
        Assert.Equal((method, path, body), (request.Method, request.Path, request.Body));
        Assert.Equal("application/json", request.Accept);
        Assert.Equal(body.Length == 0 ? null : "application/json; charset=utf-8", request.ContentType);
    }

    [Theory]
    [InlineData("deployment create --deployment-name=d --deployment-spec", "POST", "/api/v1/deployments/d")]
    [InlineData("deployment update --deployment-name=d --deployment-spec", "PUT", "/api/v1/deployments/d")]
    [InlineData("cluster create --cluster-name=c --cluster-spec", "POST", "/api/v1/clusters/c")]
    [InlineData("cluster update --cluster-name=c --cluster-spec", "PUT", "/api/v1/clusters/c")]
    [InlineData("job create --cluster-name=c --job-name=j --job-spec", "POST", "/api/v1/clusters/c/jobs/j")]
    [InlineData("job update --cluster-name=c --job-name=j --job-spec", "PUT", "/api/v1/clusters/c/jobs/j")]
    public async Task Spec_of_a_file_is_the_body(string line, string method, string path)
    {
        string[] forms =
        [
            _folder.Write("spec.json", """{"jobParallelism": 2, "bootstrap": {"arguments": ["a b"]}}"""),
            _folder.Write("spec.yaml", "jobParallelism: 2\nbootstrap:\n  arguments: [a b]\n"),
            _folder.Write("job.yaml", "apiVersion: nextbreakpoint.com/v1\nkind: FlinkJob\nmetadata: {name: j}\nspec: {jobParallelism: 2, bootstrap: {arguments: [a b]}}\n"),
        ];
        await using var @operator = await RecordingOperator.Start(Ok);
        foreach (var file in forms) Assert.Equal(new Invocation(0, Ok, ""), await @operator.Run([.. line.Split(' '), file]));
        Assert.All(@operator.Requests, request =>
        {
            Assert.Equal((method, path), (request.Method, request.Path));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"jobParallelism":2,"bootstrap":{"arguments":["a b"]}}"""), JsonNode.Parse(request.Body)), request.Body);
        });
        Assert.Equal(forms.Length, @operator.Requests.Count);
    }

    [Fact]
    public async Task Names_cannot_leave_their_place_in_the_path()
    {
        await using var @operator = await RecordingOperator.Start(Ok);
        await @operator.Run("job", "status", "--cluster-name", "../a b", "--job-name", "x/y?z#w");
        Assert.Equal("/api/v1/clusters/..%2Fa b/jobs/x%2Fy?z#w/status", Assert.Single(@operator.Requests).Path);
    }

    public void Dispose() => _folder.Dispose();
}
