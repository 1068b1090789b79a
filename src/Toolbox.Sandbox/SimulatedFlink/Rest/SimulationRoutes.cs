using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>
/// Paths under /simulation, by which tests in other processes drive the simulation. They are never hit by faults.
/// POST /simulation/faults {path, kind, method, times, status, delayMilliseconds}; DELETE clears; GET lists.
/// POST /simulation/savepoints/fail {times, reason}; POST /simulation/stops/fail {times};
/// POST /simulation/jobs/ID/fail {message, recoverable}; GET /simulation/jobs/ID {recordsProcessed};
/// GET /simulation/requests {total}: how many requests to Flink's own paths there were;
/// PUT /simulation/taskmanagers/ID {host, dataPort, slots}; DELETE the same.
/// </summary>
static class SimulationRoutes
{
    public static void Map(WebApplication application, SimulatedCluster cluster, SimulatedFaults faults, Func<long> requests)
    {
        Add("GET", "/simulation/requests", _ => new JsonObject { ["total"] = requests() });
        Add("POST", "/simulation/faults", request => { faults.Add(Fault(request)); return new JsonObject(); });
        Add("DELETE", "/simulation/faults", _ => { faults.Clear(); return new JsonObject(); });
        Add("GET", "/simulation/faults", _ => Json.Array(faults.Active.Select(fault => new JsonObject
        {
            ["path"] = fault.Path, ["kind"] = fault.Kind.ToString(), ["method"] = fault.Method,
        })));
        Add("POST", "/simulation/savepoints/fail", request =>
        {
            faults.FailSavepoints(Number(request, "times", 1), request.Text("reason") ?? "Checkpoint was declined.");
            return new JsonObject();
        });
        Add("POST", "/simulation/stops/fail", request => { faults.FailStopsAfterSavepoint(Number(request, "times", 1)); return new JsonObject(); });
        Add("POST", "/simulation/jobs/{job}/fail", request => new JsonObject
        {
            ["failed"] = faults.FailJob(request.Value("job"), request.Text("message") ?? "Failed by a test.", request.Body["recoverable"] is null || request.Flag("recoverable")),
        });
        Add("GET", "/simulation/jobs/{job}", request => cluster.Look(c => new JsonObject { ["recordsProcessed"] = JobAnswers.Find(c, request).Records(c.Now) }));
        Add("PUT", "/simulation/taskmanagers/{taskmanager}", request =>
        {
            cluster.Register(new SimulatedTaskManager(
                request.Value("taskmanager"), request.Text("host") ?? "localhost", Number(request, "dataPort", 6121), Number(request, "slots", 1)));
            return new JsonObject();
        });
        Add("DELETE", "/simulation/taskmanagers/{taskmanager}", request => new JsonObject { ["known"] = cluster.Unregister(request.Value("taskmanager")) });

        void Add(string method, string pattern, Func<RestRequest, JsonNode> handle) =>
            application.MapMethods(pattern, [method], (RequestDelegate)(async context =>
                await RestServer.WriteAsync(context, Answer.Ok(handle(await RestRequest.ReadAsync(context, cluster.Version))))));
    }

    static SimulatedFault Fault(RestRequest request)
    {
        var kind = Enum.TryParse<SimulatedFaultKind>(request.Text("kind"), ignoreCase: true, out var parsed)
            ? parsed
            : throw new FlinkRestException(400, $"kind '{request.Text("kind")}' is not one of {string.Join(", ", Enum.GetNames<SimulatedFaultKind>())}.");
        TimeSpan? delay = request.Body["delayMilliseconds"] is null ? null : TimeSpan.FromMilliseconds(Number(request, "delayMilliseconds", 0));
        return new SimulatedFault(request.Text("path") ?? "/", kind, request.Text("method"), Number(request, "times", -1), Number(request, "status", 503), delay);
    }

    static int Number(RestRequest request, string field, int otherwise)
    {
        if (request.Text(field) is not { } text) return otherwise;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new FlinkRestException(400, $"{field} '{text}' is not a whole number.");
    }
}
