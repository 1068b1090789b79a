using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

sealed class JarAnswers(JarStore jars)
{
    public Answer List(SimulatedCluster cluster, RestRequest request) => Answer.Ok(new JsonObject
    {
        ["address"] = "http://" + request.Host,
        ["files"] = Json.Array(jars.All.Select(jar => new JsonObject
        {
            ["id"] = jar.Id, ["name"] = jar.Name, ["uploaded"] = jar.UploadedAt, ["entry"] = new JsonArray(),
        })),
    });

    public Answer Delete(SimulatedCluster cluster, RestRequest request)
    {
        var id = request.Value("jar");
        if (!jars.Delete(id)) throw FlinkRestException.Handled(cluster.Version, 400, $"File {id} does not exist in {jars.Folder}.");
        return Answer.Ok(new JsonObject());
    }

    public Answer Run(SimulatedCluster cluster, RestRequest request)
    {
        request.Allow(cluster.Version, Fields(cluster.Version));
        var entryClass = jars.EntryClass(request.Value("jar"), request.Text("entryClass") ?? request.Query("entry-class"));
        var parallelism = request.Text("parallelism") ?? request.Query("parallelism");
        var savepointPath = request.Text("savepointPath") ?? request.Query("savepointPath");
        var job = cluster.Submit(new JobRequest(
            request.Text("jobId")?.ToLowerInvariant() ?? cluster.NewId(),
            entryClass,
            Arguments(cluster.Version, request),
            int.TryParse(parallelism, out var number) && number > 0 ? number : 1,
            string.IsNullOrEmpty(savepointPath) ? null : savepointPath,
            request.Flag("allowNonRestoredState") || request.Query("allowNonRestoredState") == "true"));
        var body = new JsonObject { ["jobid"] = job.Id };
        if (cluster.Version.AtLeast(2, 3)) body["applicationId"] = job.Id;
        return Answer.Ok(body);
    }

    static List<string> Arguments(SimulatedVersion version, RestRequest request)
    {
        if (request.Body["programArgsList"] is JsonArray list) return [.. list.Select(item => item?.ToString() ?? "")];
        // 2.0 removed the one-string form without a word: it is simply not read.
        var text = version.AtLeast(2, 0) ? null : request.Text("programArgs") ?? request.Query("program-args");
        return text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    static IEnumerable<string> Fields(SimulatedVersion version)
    {
        string[] always = ["entryClass", "programArgs", "programArgsList", "parallelism", "jobId", "allowNonRestoredState", "savepointPath"];
        return [.. always, .. version.AtLeast(1, 15) ? ["restoreMode"] : System.Array.Empty<string>(), .. version.AtLeast(1, 17) ? ["flinkConfiguration"] : System.Array.Empty<string>()];
    }
}
