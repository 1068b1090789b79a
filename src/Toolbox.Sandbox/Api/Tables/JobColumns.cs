using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of jobs and cron jobs.</summary>
static class JobColumns
{
    public static IReadOnlyList<TableColumn> Jobs { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Status", "What the job is doing.", item => Status(item)),
        TableColumns.Text("Completions", "Succeeded pods of the completions that are wanted.", Completions),
        new TableColumn("Duration", "string", "", "The time that the job took or has taken so far.", 0, (item, now) => Duration(item, now)),
        TableColumns.Age,
        .. WorkloadColumns.Template(),
    ];

    public static IReadOnlyList<TableColumn> CronJobs { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Schedule", "When jobs are made.", item => item.At("spec", "schedule")),
        TableColumns.Text("Timezone", "The time zone of the schedule.", item => item.TextAt("spec", "timeZone") ?? "<none>"),
        TableColumns.Text("Suspend", "Whether no jobs are made for now.", item => item.FlagAt("spec", "suspend") == true ? "True" : "False"),
        TableColumns.Integer("Active", "Jobs that run.", "status", "activeCount"),
        new TableColumn("Last Schedule", "string", "", "The time since the last job was made.", 0,
            (item, now) => item.At("status", "lastScheduleTime") is { } time ? HumanDuration.Since(time, now) : "<none>"),
        TableColumns.Age,
    ];

    static string Status(JsonObject job)
    {
        bool Has(string type) => job.ObjectsAt("status", "conditions").Any(item => item.TextAt("type") == type && item.TextAt("status") == "True");
        if (Has("Complete")) return "Complete";
        if (Has("Failed")) return "Failed";
        if (job.At("metadata", "deletionTimestamp") is not null) return "Terminating";
        if (Has("Suspended")) return "Suspended";
        if (Has("FailureTarget")) return "FailureTarget";
        return Has("SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
    }

    static JsonNode Completions(JsonObject job)
    {
        var done = job.NumberAt("status", "succeeded") ?? 0;
        if (job.NumberAt("spec", "completions") is { } wanted) return $"{done}/{wanted}";
        var parallelism = job.NumberAt("spec", "parallelism") ?? 0;
        return parallelism > 1 ? $"{done}/1 of {parallelism}" : $"{done}/1";
    }

    static JsonNode Duration(JsonObject job, DateTimeOffset now)
    {
        if (HumanDuration.Parse(job.TextAt("status", "startTime")) is not { } start) return "";
        return HumanDuration.Format((HumanDuration.Parse(job.TextAt("status", "completionTime")) ?? now) - start);
    }
}
