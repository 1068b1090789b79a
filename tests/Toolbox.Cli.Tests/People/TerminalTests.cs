using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.People;

/// <summary>What people see on a terminal: colours unless they do not want them, and a live view that leaves the terminal as it was.</summary>
public sealed class TerminalTests(StillWorld world) : IClassFixture<StillWorld>
{
    const string Escape = "\u001b[";
    const string HideCursor = Escape + "?25l";
    const string ShowCursor = Escape + "?25h";

    [TerminalTheory]
    [InlineData("q")]
    [InlineData("xQ")]
    [InlineData("\u0003")]
    public async Task Live_view_ends_by_key_or_interruption_and_gives_the_terminal_back(string keys)
    {
        using var terminal = PseudoTerminal.Start("", "top", "--kubeconfig", world.Kubeconfig);
        await terminal.Shows("fj/c-good");
        Assert.Contains(HideCursor, terminal.Seen, StringComparison.Ordinal);
        await terminal.Type(keys);
        await terminal.Ends();
        Assert.Contains("ended with 0", terminal.Seen, StringComparison.Ordinal);
        Assert.True(terminal.Seen.LastIndexOf(ShowCursor, StringComparison.Ordinal) > terminal.Seen.LastIndexOf(HideCursor, StringComparison.Ordinal), "the cursor stays hidden");
        foreach (var changed in (string[])["-icanon", "-echo ", "-isig"]) Assert.DoesNotContain(changed, terminal.Seen.Split("ended with")[1], StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task Live_view_follows_the_size_of_the_window()
    {
        using var terminal = PseudoTerminal.Start("", "top", "--kubeconfig", world.Kubeconfig);
        await terminal.Shows("TASKMANAGERS");
        await terminal.Resize(60, 30);
        await terminal.Shows(Escape + "2J");
        await terminal.Resize(200, 40);
        await terminal.Shows(Escape + "2J", times: 2);
        await terminal.Type("q");
        await terminal.Ends();
        var narrow = terminal.Seen.Split(Escape + "2J")[1];
        Assert.DoesNotContain(narrow.Split('\n'), line => Plain(line).Length > 61);
        Assert.Contains("ended with 0", terminal.Seen, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task Live_view_works_without_colours()
    {
        using var terminal = PseudoTerminal.Start("NO_COLOR=1", "top", "--kubeconfig", world.Kubeconfig);
        await terminal.Shows("fj/c-good");
        await terminal.Type("q");
        await terminal.Ends();
        Assert.Empty(Colours(terminal.Seen));
        Assert.Contains(HideCursor, terminal.Seen, StringComparison.Ordinal);
    }

    public static TheoryData<string> Commands => ["get", "tree", "top --once", "describe fj/c-bad", "savepoints", "doctor", "explain cluster c", "explain job c-bad", $"plan -f {Samples.File("cluster.yaml")}"];

    [TerminalTheory]
    [MemberData(nameof(Commands))]
    public async Task Terminal_has_colours_unless_they_are_not_wanted(string line)
    {
        Assert.NotEmpty(Colours(await Show("", line)));
        Assert.Empty(Colours(await Show("NO_COLOR=1", line)));
        Assert.Empty(Colours(await Show("FORCE_COLOR=1", $"{line} --color never")));
        Assert.Empty(Colours(await Show("TERM=dumb", line)));
        Assert.NotEmpty(Colours(await Show("NO_COLOR=1", $"{line} --color always")));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Output_that_goes_elsewhere_is_plain_unless_colours_are_forced(string line)
    {
        Assert.DoesNotContain(Escape, await Pipe(line, []), StringComparison.Ordinal);
        var forced = await Pipe(line, new Dictionary<string, string?> { ["FORCE_COLOR"] = "1" });
        Assert.NotEmpty(Colours(forced));
        Assert.DoesNotContain(Escape, await Pipe(line, new Dictionary<string, string?> { ["FORCE_COLOR"] = "1", ["NO_COLOR"] = "1" }), StringComparison.Ordinal);
        Assert.NotEmpty(Colours(await Pipe($"{line} --color always", [])));
    }

    async Task<string> Show(string variables, string line)
    {
        using var terminal = PseudoTerminal.Start(variables, [.. line.Split(' '), "--kubeconfig", world.Kubeconfig]);
        await terminal.Ends();
        Assert.Contains("ended with ", terminal.Seen, StringComparison.Ordinal);
        return terminal.Seen;
    }

    async Task<string> Pipe(string line, Dictionary<string, string?> variables)
    {
        variables["TERM"] = "xterm";
        using var flinkctl = Flinkctl.Start(variables, [.. line.Split(' '), "--kubeconfig", world.Kubeconfig]);
        await flinkctl.Exit();
        Assert.NotEqual("", flinkctl.Output);
        return flinkctl.Output;
    }

    // Codes that end with m colour; others move the cursor or clear.
    static IEnumerable<string> Colours(string text) => text.Split(Escape).Skip(1).Select(part => part.TrimStart("0123456789;?".ToCharArray())).Where(part => part.StartsWith('m'));

    static string Plain(string line) => string.Concat(line.TrimEnd('\r').Split(Escape).Select((part, index) => index == 0 ? part : part.TrimStart("0123456789;?".ToCharArray()) is { Length: > 0 } rest ? rest[1..] : ""));
}
