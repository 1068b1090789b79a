using System.Diagnostics;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>The OpenAPI document has to please a linter, which <c>tools/install</c> fetches.</summary>
[Collection(nameof(ApiCollection))]
public sealed class OpenApiLintTests(ApiFixture api)
{
    /// <summary>Why there is no linter, or null.</summary>
    public static string? Missing => File.Exists(Linter()) ? null : "No linter of OpenAPI documents: tools/install fetches it.";

    [LinterFact]
    public async Task The_linter_finds_nothing()
    {
        await using var stand = await RestStand.Start(api);
        using var folder = new Security.TestFolder();
        var file = folder.Write("openapi.json", await stand.Http.GetStringAsync("/api/v1/openapi.json"));
        var start = new ProcessStartInfo(Linter(), ["lint", file, "--max-problems=20"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{await said}{await errors}");
        Assert.DoesNotContain("warning", await said + await errors, StringComparison.OrdinalIgnoreCase);
    }

    static string Linter()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, ".cache", "redocly", "node_modules", ".bin", "redocly");
    }
}
