using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Tests.Objects;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>The objects that our controllers leave behind are those that the real ones left behind. Without the recordings nothing is compared.</summary>
[Collection(nameof(ControlledCluster))]
public sealed class RecordedEndStateTests(ControlledCluster cluster)
{
    const string Theme = "11-controllers";

    static JsonObject? Answer(string exchange) => Recorded.Find(Theme, exchange)?.Answer;

    static string Request(string exchange) => Recorded.Find(Theme, exchange)!.Body!.ToJsonString();

    // The node's part of the recording names the pod's hash and suffix; ours differ.
    static (string, string)[] Names(JsonObject set, ControlledNamespace? place = null) =>
    [
        (set.TextAt("metadata", "labels", "pod-template-hash")!, "HASH"),
        (place is null ? "\"ctl\"" : $"\"{place.Name}\"", "\"NAMESPACE\""),
    ];

    static void Same(JsonNode? recorded, (string, string)[] itsNames, JsonNode? ours, (string, string)[] ourNames) =>
        Assert.Equal(RecordedShape.Of(recorded, itsNames), RecordedShape.Of(ours, ourNames));

    [RecordedSandboxFact]
    public async Task A_deployment_its_set_and_its_pod()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Request("create deployment"));
        var pod = (await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1)).Single();
        await place.Run(pod);
        var deployment = await place.Eventually(Kinds.Deployments, "web", item => item.NumberAt("status", "availableReplicas") == 1);
        var set = (await place.List(Kinds.ReplicaSets)).Single();
        var recordedSet = Answer("its replicaset")!["items"]![0]!.AsObject();
        var (itsNames, ourNames) = (Names(recordedSet), Names(set, place));
        Same(Answer("deployment available"), itsNames, deployment, ourNames);
        recordedSet["apiVersion"] = set.TextAt("apiVersion");
        recordedSet["kind"] = set.TextAt("kind");
        Same(recordedSet, itsNames, set, ourNames);
        var recordedPod = Answer("its pod")!["items"]![0]!["metadata"]!;
        Same(
            recordedPod, [.. itsNames, (recordedPod.TextAt("name")!.Split('-')[^1], "SUFFIX")],
            pod["metadata"], [.. ourNames, (pod.TextAt("metadata", "name")!.Split('-')[^1], "SUFFIX")]);
    }

    [RecordedSandboxFact]
    public async Task A_job_that_completes()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Request("create job"));
        var pod = (await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1)).Single();
        var running = await place.Eventually(Kinds.Jobs, "once", job => job.NumberAt("status", "active") == 1);
        Same(Answer("job running"), [("\"ctl\"", "N")], running, [($"\"{place.Name}\"", "N")]);
        await place.Finish(pod, 0);
        var done = await place.Eventually(Kinds.Jobs, "once", job => job.At("status", "completionTime") is not null);
        Same(Answer("job complete"), [("\"ctl\"", "N")], done, [($"\"{place.Name}\"", "N")]);
    }

    [RecordedSandboxFact]
    public async Task A_job_that_fails_and_one_that_is_suspended()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Jobs, Templates.Job("bad", "\"backoffLimit\":0,"));
        await place.Finish((await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1)).Single(), 3);
        var failed = await place.Eventually(Kinds.Jobs, "bad", job => job.ObjectsAt("status", "conditions").Count() == 2);
        Same(Answer("failed job")!["status"], [], failed!["status"], []);
        await place.Create(Kinds.Jobs, Templates.Job("paused", "\"suspend\":true,"));
        var suspended = await place.Eventually(Kinds.Jobs, "paused", job => job.ObjectsAt("status", "conditions").Any());
        Same(Answer("suspended job")!["status"], [], suspended!["status"], []);
    }

    [RecordedSandboxFact]
    public async Task A_service_with_a_ready_and_an_unready_pod()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Services, """{"metadata":{"name":"svc"},"spec":{"selector":{"app":"x"},"ports":[{"name":"http","port":80,"targetPort":8080}]}}""");
        await place.Create(Kinds.Services, """{"metadata":{"name":"none"},"spec":{"selector":{"app":"nobody"},"ports":[{"port":80}]}}""");
        foreach (var (name, ready) in (((string, bool)[])[("early", true), ("late", false)]))
        {
            var pod = await place.Create(Kinds.Pods, Templates.Pod("x").Replace("\"labels\"", $"\"name\":\"{name}\",\"labels\"", StringComparison.Ordinal));
            await place.Run(pod, ready: ready);
        }
        var slices = await place.EventuallyAll(Kinds.EndpointSlices, items => items.Count == 2 && items.Any(item => item.ObjectsAt("endpoints").Count() == 2));
        Compare("slices: of a ClusterIP service, one ready pod and one not ready", slices.Single(item => item.ObjectsAt("endpoints").Any()), "svc-");
        Compare("slices: of a service that selects nothing", slices.Single(item => !item.ObjectsAt("endpoints").Any()), "none-");
        var endpoints = await place.Eventually(Kinds.Endpoints, "svc", item => item.ObjectsAt("subsets").Any(subset => subset.ObjectsAt("notReadyAddresses").Any()));
        Same(Plain(Answer("slices: Endpoints object of the same service")!), EndpointNames("ctl4"), endpoints, EndpointNames(place.Name));

        static void Compare(string exchange, JsonObject ours, string prefix)
        {
            var recorded = Plain(Answer(exchange)!["items"]![0]!.AsObject());
            (recorded["apiVersion"], recorded["kind"]) = (ours.TextAt("apiVersion"), ours.TextAt("kind"));
            Same(
                recorded, [(recorded.TextAt("metadata", "name")![prefix.Length..], "SUFFIX"), .. EndpointNames("ctl4")],
                ours, [(ours.TextAt("metadata", "name")![prefix.Length..], "SUFFIX"), .. EndpointNames(ours.TextAt("metadata", "namespace")!)]);
        }
    }

    [RecordedSandboxFact]
    public async Task The_same_events_are_told()
    {
        var place = await cluster.Namespace();
        await place.Create(Kinds.Deployments, Request("create deployment"));
        await place.Create(Kinds.Jobs, Request("create job"));
        await place.Finish((await place.EventuallyAll(Kinds.Pods, pods => pods.Count == 1, "job-name=once")).Single(), 0);
        await place.EventuallyEvent("Completed", "Job completed");
        await place.EventuallyAll(Kinds.Events, events => events.Count >= 4);
        var set = (await place.List(Kinds.ReplicaSets)).Single();
        var recordedSet = Answer("its replicaset")!["items"]![0]!.AsObject();
        var recorded = Answer("events emitted").ObjectsAt("items").Where(item => item.TextAt("involvedObject", "name") is "web" or "once"
            || item.TextAt("involvedObject", "name") == recordedSet.TextAt("metadata", "name"));
        var expected = recorded.Select(item => EventShape(item, recordedSet)).ToHashSet();
        foreach (var item in await place.List(Kinds.Events)) Assert.Contains(EventShape(item, set), expected);
    }

    static string EventShape(JsonObject item, JsonObject set)
    {
        var copy = item.Copy();
        foreach (var member in (string[])["metadata", "apiVersion", "kind"]) copy.Remove(member);
        var @namespace = item.TextAt("metadata", "namespace");
        var pod = copy.TextAt("message")!.StartsWith("Created pod: ", StringComparison.Ordinal) ? copy.TextAt("message")!.Split('-')[^1] : "-----";
        return RecordedShape.Of(copy, [($"\"{@namespace}\"", "N"), (set.TextAt("metadata", "labels", "pod-template-hash")!, "HASH"), (pod, "SUFFIX")]);
    }

    // The recorded pods ran on a node and came from a deployment; ours have no node.
    static JsonObject Plain(JsonObject item)
    {
        foreach (var endpoint in item.ObjectsAt("endpoints").Concat(item.ObjectsAt("subsets")
            .SelectMany(subset => subset.ObjectsAt("addresses").Concat(subset.ObjectsAt("notReadyAddresses")))))
        {
            endpoint.Remove("nodeName");
            if (endpoint.TextAt("targetRef", "name") != "late") endpoint["targetRef"]!["name"] = "early";
        }
        return item;
    }

    static (string, string)[] EndpointNames(string @namespace) => [($"\"{@namespace}\"", "N")];
}
