using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>All paths of the Flink REST API that the simulation knows. What is not here answers 404, as in a Flink without it.</summary>
static class Routes
{
    public static IEnumerable<(string Method, string Pattern, Func<SimulatedCluster, RestRequest, Answer> Handle)> All(JarStore jars)
    {
        var programs = new JarAnswers(jars);
        return
        [
            ("GET", "/overview", ClusterAnswers.Overview),
            ("GET", "/config", ClusterAnswers.Config),
            ("GET", "/jobmanager/config", ClusterAnswers.JobManagerConfig),
            ("GET", "/jobmanager/metrics", MetricAnswers.JobManager),
            ("GET", "/taskmanagers", TaskManagerAnswers.List),
            ("GET", "/taskmanagers/{taskmanager}", TaskManagerAnswers.Details),
            ("GET", "/taskmanagers/{taskmanager}/metrics", MetricAnswers.TaskManager),
            ("GET", "/jars", programs.List),
            ("DELETE", "/jars/{jar}", programs.Delete),
            ("POST", "/jars/{jar}/run", programs.Run),
            ("GET", "/jobs", JobListAnswers.Ids),
            ("GET", "/jobs/overview", JobListAnswers.Overview),
            ("GET", "/jobs/{job}", JobAnswers.Details),
            ("PATCH", "/jobs/{job}", JobAnswers.Cancel),
            ("GET", "/jobs/{job}/yarn-cancel", JobAnswers.Cancel),
            ("GET", "/jobs/{job}/status", JobAnswers.Status),
            ("GET", "/jobs/{job}/config", JobAnswers.Config),
            ("GET", "/jobs/{job}/exceptions", ExceptionAnswers.Exceptions),
            ("GET", "/jobs/{job}/accumulators", JobAnswers.Accumulators),
            ("GET", "/jobs/{job}/metrics", MetricAnswers.Job),
            ("GET", "/jobs/{job}/checkpoints", CheckpointAnswers.Statistics),
            ("GET", "/jobs/{job}/checkpoints/config", CheckpointAnswers.Config),
            ("POST", "/jobs/{job}/savepoints", SavepointAnswers.Trigger),
            ("POST", "/jobs/{job}/stop", SavepointAnswers.Stop),
            ("GET", "/jobs/{job}/savepoints/{trigger}", SavepointAnswers.Status),
        ];
    }
}
