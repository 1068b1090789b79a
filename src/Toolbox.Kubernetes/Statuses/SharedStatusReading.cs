using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>The parts of a status that all custom resources have.</summary>
static class SharedStatusReading
{
    public static Seq<Condition> Conditions(JsonElement status) => status.Items("conditions", item => new Condition(
        item.Text("type"), item.Text("status") == "True", item.Text("reason"), item.Text("message"),
        item.Time("lastTransitionTime").IfNone(DateTimeOffset.UnixEpoch), item.LongNumber("observedGeneration")));

    public static Option<LastDecision> Decision(JsonElement status)
    {
        var decision = status.Field("decision");
        return decision.IsObject()
            ? new LastDecision(decision.Text("rule"), decision.Time("since").IfNone(DateTimeOffset.UnixEpoch), decision.Text("message"))
            : None;
    }

    public static Option<Request> Request(JsonElement status)
    {
        var request = status.Field("request");
        return RequestedActionText.Read(request.Text("action")).Map(action =>
            new Request(action, request.Flag("withoutSavepoint"), request.Time("since").IfNone(DateTimeOffset.UnixEpoch)));
    }

    public static Option<StopIntent> Intent(JsonElement status) => status.Field("progress").Choice<StopIntent>("intent");
}
