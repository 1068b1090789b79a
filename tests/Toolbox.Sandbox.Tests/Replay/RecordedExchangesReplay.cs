using System.Text.Json.Nodes;
using Toolbox.Sandbox.Tests.Objects;
using Xunit.Abstractions;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>
/// Sends what was recorded from a real API server to the sandbox. How many answers are the same stands in scores.json and may only grow;
/// differences that are meant stand in accepted-differences.json with the reason.
/// </summary>
public sealed class RecordedExchangesReplay(ITestOutputHelper output)
{
    public static TheoryData<string> Themes =>
    [
        "01-discovery", "02-crud", "03-validation", "04-patch", "05-apply", "06-subresources", "07-list-watch", "08-deletion", "09-kubectl", "11-controllers",
    ];

    [RecordedTheory]
    [MemberData(nameof(Themes))]
    public async Task Answers_stay_as_the_recorded_ones(string theme)
    {
        var setups = ReplayFiles.Read("setups.json");
        setups["always"] = Fixtures();
        var results = await new ThemeReplay(RecordedTheme.Read(theme), setups).RunAsync();
        var accepted = (ReplayFiles.Read("accepted-differences.json")[theme] as JsonObject ?? []).Select(item => item.Key).ToHashSet();
        Report(theme, results, accepted);

        var same = results.Count(result => result.Difference is null);
        var expected = ReplayFiles.Read("scores.json")[theme]?["same"]?.GetValue<int>() ?? 0;
        Assert.True(same >= expected,
            $"{theme}: {same} of {results.Count} answers are as recorded, {expected} were. Make them right again; a difference that is meant goes into accepted-differences.json and the number in scores.json is lowered with it.");
        var unknown = accepted.Except(results.Where(result => result.Difference is not null).Select(result => result.Exchange)).ToList();
        Assert.True(unknown.Count == 0, $"{theme}: no longer different, take it out of accepted-differences.json: {string.Join("; ", unknown)}");
    }

    static JsonArray Fixtures()
    {
        var fixtures = RecordedTheme.ReadFile("00-fixtures");
        return
        [
            new JsonObject { ["method"] = "POST", ["path"] = "/api/v1/namespaces", ["body"] = fixtures["namespace"]!.DeepClone() },
            new JsonObject { ["method"] = "POST", ["path"] = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", ["body"] = fixtures["crd"]!.DeepClone() },
        ];
    }

    void Report(string theme, IReadOnlyList<ReplayResult> results, HashSet<string> accepted)
    {
        output.WriteLine($"{theme}: {results.Count(result => result.Difference is null)} of {results.Count} as recorded, {accepted.Count} differences accepted");
        var lines = results.Where(result => result.Difference is not null)
            .Select(result => $"{(accepted.Contains(result.Exchange) ? "accepted" : "differs")}: {result.Exchange}: {result.Difference}").ToList();
        foreach (var line in lines) output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("REPLAY_REPORT") is { Length: > 0 } folder)
            File.WriteAllLines(Path.Combine(folder, theme + ".txt"), lines.Prepend($"{results.Count - lines.Count}/{results.Count}"));
    }
}
