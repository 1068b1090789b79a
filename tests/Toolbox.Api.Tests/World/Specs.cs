namespace Toolbox.Api.Tests.World;

/// <summary>Specs that tests begin with.</summary>
static class Specs
{
    public const string Cluster =
        """
        {"taskManagers":2,"runtime":{"image":"flink:1.20.5"},"jobManager":{"serviceMode":"ClusterIP"},"taskManager":{"taskSlots":2},
         "supervisor":{"image":"flinkctl:2","serviceAccount":"flink-supervisor"}}
        """;

    public const string Job =
        """
        {"jobParallelism":2,"bootstrap":{"image":"jobs:1","className":"Job","jarPath":"/flink-jobs.jar"},
         "savepoint":{"savepointMode":"Manual","savepointInterval":0,"savepointTargetPath":"file:///savepoints"},"restart":{"restartPolicy":"Always"}}
        """;

    public const string Deployment = $$"""{"cluster":{{Cluster}},"jobs":[{"name":"job-1","spec":{{Job}}}]}""";
}
