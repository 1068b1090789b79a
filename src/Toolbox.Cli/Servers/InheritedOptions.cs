using System.CommandLine;

namespace Toolbox.Cli.Servers;

/// <summary>
/// Options of the operator that charts and Deployments of the older toolbox pass. Those that only tune are accepted and change nothing; those
/// whose absence a user would notice too late are refused.
/// </summary>
sealed class InheritedOptions
{
    readonly Option<int?> _polling = new("--polling-interval") { Description = "Without effect: the operator acts on changes." };
    readonly Option<int?> _timeout = new("--task-timeout") { Description = "Without effect: the cluster's spec says it." };
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Decide and log only: write nothing, execute nothing." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_polling, _timeout, _dryRun]) command.Options.Add(option);
    }

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);
}
