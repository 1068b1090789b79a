namespace Toolbox.Cli.Tests.People;

/// <summary>Specs and statuses of the still world. Its times are long ago, so that ages are counted in years.</summary>
static class StillStatuses
{
    public const string ClusterSpec =
        """
        {"runtime":{"image":"flink:1.20"},"taskManagers":2,"maxTaskManagers":4,"jobManager":{"serviceMode":"ClusterIP"},"taskManager":{"taskSlots":2},
         "supervisor":{"image":"nextbreakpoint/flinkctl:2.0.0"}}
        """;

    public const string JobSpec =
        """
        {"jobParallelism":2,"maxJobParallelism":8,
         "bootstrap":{"image":"jobs:1","jarPath":"/jobs.jar","className":"com.Example","arguments":["--name","a b"]},
         "savepoint":{"savepointMode":"Automatic","savepointInterval":600,"savepointTargetPath":"s3://points"},"restart":{"restartPolicy":"Always","restartDelay":60}}
        """;

    public const string Deployment =
        """{"resourceStatus":"Updating","conditions":[{"type":"Reconciling","status":"True","reason":"JobsFollow","message":"job c-bad is not ready","lastTransitionTime":"2020-01-01T00:00:00Z"}],"decision":{"rule":"JobsFollow","since":"2020-01-01T00:00:00Z","message":"job c-bad is not ready"}}""";

    public const string Cluster =
        """{"resourceStatus":"Updated","supervisorStatus":"Started","clusterHealth":"HEALTHY","taskManagers":2,"taskManagerReplicas":1,"totalTaskSlots":2,"attempt":3,"serviceMode":"ClusterIP","conditions":[{"type":"Ready","status":"True","reason":"StayStarted","message":"runs","lastTransitionTime":"2020-01-01T00:00:00Z"}]}""";

    public const string GoodJob =
        """
        {"resourceStatus":"Updated","supervisorStatus":"Started","clusterName":"c","clusterHealth":"HEALTHY","jobStatus":"RUNNING","jobId":"e286923758b456478644e2413dc10bdf","jobParallelism":2,"attempt":2,
         "savepointPath":"s3://points/2","savepointTimestamp":"2020-01-02T00:00:00Z","submission":{"jobId":"e286923758b456478644e2413dc10bdf","restorePoint":"s3://points/1"},
         "restorePoints":[{"path":"s3://points/2","origin":"Manual","time":"2020-01-02T00:00:00Z","jobId":"e2"},{"path":"s3://points/1","origin":"Periodic","time":"2020-01-01T00:00:00Z","jobId":"e1"}],
         "conditions":[{"type":"Ready","status":"True","reason":"StayStarted","message":"runs","lastTransitionTime":"2020-01-01T00:00:00Z"}],
         "decision":{"rule":"StayStarted","since":"2020-01-01T00:00:00Z","message":"the job runs"}}
        """;

    public const string BadJob =
        """
        {"resourceStatus":"Updating","supervisorStatus":"Stopped","clusterName":"c","jobStatus":"","refusal":"class not found: com.Example","attempt":1,
         "conditions":[{"type":"Stalled","status":"True","reason":"GiveUp","message":"class not found: com.Example","lastTransitionTime":"2020-01-01T00:00:00Z"},{"type":"Ready","status":"False","reason":"GiveUp","message":"class not found: com.Example","lastTransitionTime":"2020-01-01T00:00:00Z"}],
         "decision":{"rule":"GiveUp","since":"2020-01-01T00:00:00Z","message":"the bootstrap failed"}}
        """;
}
