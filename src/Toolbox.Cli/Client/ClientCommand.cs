using System.CommandLine;
using Toolbox.Cli.Client.Connections;
using Toolbox.Cli.Client.Output;
using Toolbox.Cli.Client.Waiting;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client;

/// <summary>A command that is one request to the operator's REST API and, where it asks for a change, may wait for what comes of it.</summary>
sealed class ClientCommand : ExampleCommand
{
    readonly Func<ParseResult, OperatorRequest> _request;
    readonly ClientGoal? _goal;

    public ClientCommand(string name, string description, Func<ParseResult, OperatorRequest> request, Option[] options, ClientGoal? goal = null)
        : base(name, description)
    {
        (_request, _goal) = (request, goal);
        foreach (var option in options) Options.Add(option);
        if (goal is not null) Options.Add(WaitOptions.Wait);
        Options.Add(WaitOptions.Timeout);
        Options.Add(OutputOption.Output);
        OperatorOptions.AddTo(this);
        SetAction((parsed, cancellation) => Refusals.Guard(parsed, () => Run(parsed, cancellation)));
    }

    async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _request(parsed);
        using var client = new OperatorClient(OperatorOptions.Read(parsed));
        await using var waiting = _goal is not null && parsed.GetValue(WaitOptions.Wait) ? new Wait(client, _goal, parsed) : null;
        var accepted = false;
        try
        {
            if (waiting is not null) await waiting.LookBefore(cancellation);
            var answer = await client.Send(request, waiting?.Limit ?? WaitOptions.Limit(parsed, WaitOptions.RequestSeconds), cancellation);
            var code = await Show(answer, parsed);
            if (code != ExitCodes.Done || waiting is null) return code;
            accepted = true;
            await waiting.Run(cancellation);
            return ExitCodes.Done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await Refusals.Say(parsed.InvocationConfiguration.Error, Interrupted(request, accepted ? waiting : null), ExitCodes.Interrupted);
        }
    }

    static string Interrupted(OperatorRequest request, Wait? waiting) =>
        waiting is not null ? $"interrupted; what was asked for goes on, {waiting.LastSeen}"
        : request.Method == HttpMethod.Get ? "interrupted"
        : "interrupted before the operator answered: it may have been asked already";

    // The body goes to standard output whatever it says: scripts read the error there.
    static async Task<int> Show(OperatorAnswer answer, ParseResult parsed)
    {
        var (form, terminal) = (parsed.GetValue(OutputOption.Output), parsed.InvocationConfiguration);
        if (answer.IsOk || (form is null && answer.Body.Length > 0)) await terminal.Output.WriteLineAsync(AnswerText.Of(answer, form));
        return answer.IsOk ? ExitCodes.Done : await Refusals.Say(terminal.Error, answer.Reason, ExitCodes.Failed);
    }
}
