using Toolbox.Core.Deployment;
using static Toolbox.Core.Tests.Specs.SpecJson;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Every field that decisions look at, with values that are wrong for it: the error names the field, the value and what is allowed.</summary>
public class WrongValueTests
{
    static readonly string[] NoNumber = ["-1", "1.5", "\"many\"", "true", "{}", "[]", "1e400", "99999999999999999999"];

    static readonly string[] NoChoice = ["\"\"", "\"Sometimes\"", "5", "true", "{}", "[]"];

    static readonly string[] NoText = ["5", "true", "{}", "[]"];

    static readonly Dictionary<string, string[]> Fields = new()
    {
        ["cluster.taskManagers"] = NoNumber, ["cluster.minTaskManagers"] = [.. NoNumber, "5"], ["cluster.maxTaskManagers"] = [.. NoNumber],
        ["cluster.taskManager.taskSlots"] = [.. NoNumber, "0"], ["cluster.jobManager.serviceMode"] = NoChoice,
        ["cluster.supervisor.rescalePolicy"] = NoChoice, ["cluster.supervisor.rescaleDelay"] = NoNumber, ["cluster.supervisor.taskTimeout"] = NoNumber,
        ["cluster.supervisor.pollingInterval"] = NoNumber, ["cluster.supervisor.replicas"] = NoNumber,
        ["cluster.runtime.image"] = [.. NoText, "\"\"", "\" \"", "null"], ["cluster.supervisor.image"] = [.. NoText, "\"\"", "null"],
        ["jobs[0].spec.jobParallelism"] = NoNumber, ["jobs[0].spec.minJobParallelism"] = [.. NoNumber, "9"], ["jobs[0].spec.maxJobParallelism"] = NoNumber,
        ["jobs[0].spec.bootstrap.image"] = [.. NoText, "\"\""], ["jobs[0].spec.bootstrap.className"] = [.. NoText, "\"\""], ["jobs[0].spec.bootstrap.jarPath"] = [.. NoText, "\"\""],
        ["jobs[0].spec.savepoint.savepointMode"] = NoChoice, ["jobs[0].spec.savepoint.savepointPath"] = NoText, ["jobs[0].spec.savepoint.savepointTargetPath"] = NoText,
        ["jobs[0].spec.savepoint.savepointInterval"] = [.. NoNumber.Where(value => value != "-1")], ["jobs[0].spec.savepoint.savepointOnDeletion"] = ["5", "\"yes\"", "{}"],
        ["jobs[0].spec.restart.restartPolicy"] = NoChoice, ["jobs[0].spec.restart.restartDelay"] = NoNumber, ["jobs[0].spec.restart.restartTimeout"] = NoNumber,
        ["jobs[0].name"] = [.. NoText, "\"\"", "\"Job_1\"", "\"job-2\"", "\"-a\""],
    };

    public static TheoryData<string> Names => [.. Fields.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_wrong_value_is_named_with_its_field_and_what_is_allowed(string field) => Assert.All(Fields[field], value =>
    {
        var errors = DeploymentSpecReading.Read(SpecDocuments.With(SpecDocuments.Deployment, $"$.{field}", value)).Match(_ => [], found => found.ToList());
        // Of two equal names the second one is named.
        var path = value == "\"job-2\"" ? "spec.jobs[1].name" : $"spec.{field}";
        Assert.Contains(errors, error => error.Field == path && error.Allowed.Length > 0 && error.Value.Length > 0);
    });

    [Fact]
    public void The_documents_that_are_made_wrong_are_right() => Assert.Equal(2, Right(DeploymentSpecReading.Read(SpecDocuments.Parse(SpecDocuments.Deployment))).Jobs.Count);
}
