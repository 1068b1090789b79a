using System.Text.RegularExpressions;
using Toolbox.Core.Commands;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>The roles of the chart against a table of all that the processes do, in both directions.</summary>
public partial class RightsTests
{
    /// <summary>Whose rules are where: a process issues what its rules conclude.</summary>
    static readonly (string Path, string Account)[] Rules =
    [
        ("Job/DetachedJobDecide.cs", ProcessRights.Operator),
        ("Deployment/", ProcessRights.Operator),
        ("Supervision/", ProcessRights.Operator),
        ("Cluster/", ProcessRights.Supervisor),
        ("Job/", ProcessRights.Supervisor),
    ];

    [Fact]
    public void Every_command_is_in_the_table()
    {
        var commands = typeof(Command.Kubernetes).GetNestedTypes().Select(type => type.Name).ToList();

        Assert.NotEmpty(commands);
        Assert.Equal(commands.Order(), CommandRights.All.Select(use => use.Cause).Distinct().Order());
    }

    [Fact]
    public void A_command_is_in_the_table_for_the_processes_whose_rules_issue_it() =>
        Assert.Equal(Issued().Order(), CommandRights.All.Select(use => $"{use.Account}: {use.Cause}").Order());

    [HelmTheory]
    [InlineData(ProcessRights.Operator)]
    [InlineData(ProcessRights.Supervisor)]
    [InlineData(ProcessRights.Bootstrap)]
    public async Task A_process_may_do_what_it_does_and_nothing_else(string account)
    {
        Same(ProcessRights.All.Where(use => use.Account == account), (await Granted()).InNamespace(account));
    }

    [HelmFact]
    public async Task Bearer_tokens_need_two_rights_in_the_whole_cluster_and_those_of_the_namespace_stay_the_same()
    {
        var (without, with) = (await Granted(), await Granted("tokenReviews=true"));
        Same([ProcessRights.Tokens], with.Everywhere(ProcessRights.Operator));
        foreach (var account in new[] { ProcessRights.Operator, ProcessRights.Supervisor, ProcessRights.Bootstrap })
        {
            Assert.Empty(without.Everywhere(account));
            Assert.Equal(without.InNamespace(account), with.InNamespace(account));
        }
        Assert.Empty(with.Everywhere(ProcessRights.Supervisor));
        Assert.Empty(with.Everywhere(ProcessRights.Bootstrap));
    }

    static void Same(IEnumerable<RightsUse> uses, IReadOnlySet<Right> granted)
    {
        var used = uses.SelectMany(use => use.Rights.Select(right => (Right: right, use.Cause))).ToLookup(item => item.Right, item => item.Cause);
        Assert.NotEmpty(used);
        var complaints = used.Where(item => !granted.Contains(item.Key)).Select(item => $"used and not granted: {item.Key} ({string.Join(", ", item.Distinct())})")
            .Concat(granted.Where(right => !used.Contains(right)).Select(right => $"granted and not used: {right}")).Order().ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    static IEnumerable<string> Issued()
    {
        var core = Path.Combine(RepositoryFiles.Root, "src", "Toolbox.Core");
        var issued = from file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            from Match command in NewCommand().Matches(File.ReadAllText(file))
            select $"{Account(Path.GetRelativePath(core, file).Replace('\\', '/'))}: {command.Groups["name"].Value}";
        return issued.Distinct();
    }

    // A rule in a folder that is not known here fails the test: say whose it is.
    static string Account(string path) => Rules.First(rules => path.StartsWith(rules.Path, StringComparison.Ordinal)).Account;

    static async Task<GrantedRights> Granted(params string[] values) =>
        new(YamlJson.Documents(await Helm.Template("flink-k8s-toolbox-roles", ["targetNamespace=flink-jobs", .. values])));

    [GeneratedRegex(@"new Command\.Kubernetes\.(?<name>\w+)\(")]
    private static partial Regex NewCommand();
}
