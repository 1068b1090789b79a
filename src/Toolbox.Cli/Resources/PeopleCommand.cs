using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Resources;

/// <summary>A command for people that needs a kubeconfig and no operator.</summary>
sealed class PeopleCommand : ExampleCommand
{
    public PeopleCommand(string name, string description, Func<KubernetesApiClient, string, ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
        : base(name, description)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) Arguments.Add(argument);
            if (symbol is Option option) Options.Add(option);
        }
        KubernetesOptions.AddTo(this);
        SetAction((parsed, cancellation) => Refusals.Guard(parsed, async () =>
        {
            using var client = KubernetesOptions.Connect(parsed);
            try
            {
                return await run(client, KubernetesOptions.NamespaceOf(parsed, client), parsed, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Whoever watched has seen enough.
                return ExitCodes.Done;
            }
        }));
    }
}
