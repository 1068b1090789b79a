using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Discovery;

/// <summary>What /version answers: the Kubernetes version whose behaviour the server has.</summary>
static class ServerVersion
{
    public static JsonObject Document => new()
    {
        ["major"] = "1",
        ["minor"] = "36",
        ["emulationMajor"] = "1",
        ["emulationMinor"] = "36",
        ["minCompatibilityMajor"] = "1",
        ["minCompatibilityMinor"] = "35",
        ["gitVersion"] = "v1.36.2+toolbox-sandbox",
        ["gitCommit"] = "",
        ["gitTreeState"] = "clean",
        ["buildDate"] = "2026-01-01T00:00:00Z",
        ["goVersion"] = "",
        ["compiler"] = "",
        ["platform"] = "linux/amd64",
    };
}
