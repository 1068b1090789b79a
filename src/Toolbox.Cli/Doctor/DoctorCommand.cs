using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Doctor;

/// <summary><c>flinkctl doctor</c>: looks for what is wrong and says what to do.</summary>
static class DoctorCommand
{
    static readonly IReadOnlyList<Func<Patient, CancellationToken, Task<IReadOnlyList<Finding>>>> Examinations =
    [
        DefinitionExamination.Run, RightsExamination.OfUser, RightsExamination.OfServiceAccounts, OperatorExamination.Run,
        SupervisorExamination.Run, FlinkExamination.Run, ResourceExamination.Run,
    ];

    public static Command Create() => new PeopleCommand(
        "doctor", "Check API server, definitions, rights, operator, supervisors, Flink and resources, and say what to do.", Run)
    {
        Examples = ["flinkctl doctor -n flink-jobs", "flinkctl doctor || echo something is wrong"],
    };

    static async Task<int> Run(KubernetesApiClient client, string @namespace, ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = Terminal.Of(parsed);
        var (server, clock) = await ApiServerExamination.Run(client, cancellation);
        var findings = new List<Finding>(server);
        foreach (var finding in server) finding.Write(terminal);
        if (server.All(finding => finding.Severity != Severity.Wrong || clock is not null))
        {
            var patient = new Patient(client, @namespace, clock ?? TimeProvider.System.GetUtcNow(), await Content(client, @namespace, cancellation));
            foreach (var examination in Examinations)
            {
                var found = await examination(patient, cancellation);
                foreach (var finding in found) finding.Write(terminal);
                findings.AddRange(found);
            }
        }
        return Conclude(terminal, findings.Count(finding => finding.Severity == Severity.Wrong), @namespace);
    }

    static int Conclude(Terminal terminal, int wrong, string @namespace)
    {
        var text = wrong switch
        {
            0 => $"Nothing is wrong in namespace {@namespace}.",
            1 => $"One thing is wrong in namespace {@namespace}.",
            _ => $"{wrong} things are wrong in namespace {@namespace}.",
        };
        terminal.Output.WriteLine(terminal.Paint(wrong == 0 ? Tone.Good : Tone.Bad, text));
        return wrong == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    // What cannot be read is found out again, with its reason, by the examinations of definitions and rights.
    static async Task<NamespaceContent?> Content(KubernetesApiClient client, string @namespace, CancellationToken cancellation)
    {
        try
        {
            return await NamespaceContent.Read(client, @namespace, cancellation);
        }
        catch (FailureException)
        {
            return null;
        }
    }
}
