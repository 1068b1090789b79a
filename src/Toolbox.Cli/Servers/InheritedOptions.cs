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

    readonly Option<string?>[] _tls =
    [
        .. new[] { "--keystore-path", "--keystore-secret", "--truststore-path", "--truststore-secret" }
            .Select(name => new Option<string?>(name) { Description = "Refused: this version serves the REST API without TLS." }),
    ];

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_polling, _timeout, _dryRun, .. _tls]) command.Options.Add(option);
    }

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    /// <exception cref="RefusalException">An option asks for what this version cannot do.</exception>
    public void RefuseWhatIsNotThere(ParseResult parsed)
    {
        if (_tls.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } option)
            throw new RefusalException($"{option.Name} is not supported by this version: the REST API would be plain HTTP");
    }
}
