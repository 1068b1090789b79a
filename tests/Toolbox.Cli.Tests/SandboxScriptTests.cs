using System.Diagnostics;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary><c>tools/sandbox</c> says in one line what is missing, before it builds anything.</summary>
public sealed class SandboxScriptTests : IDisposable
{
    const string Bash = "/bin/bash";

    readonly TemporaryFolder _folder = new();

    public SandboxScriptTests() => Link("dirname");

    [Fact]
    public async Task Missing_dotnet_is_refused() => Assert.Equal(
        (2, "tools/sandbox: the .NET 10 SDK is missing: 'dotnet' is not on the PATH"), await Run());

    [Fact]
    public async Task Older_dotnet_is_refused()
    {
        Program("dotnet", "echo 9.0.100");
        Assert.Equal((2, "tools/sandbox: the .NET 10 SDK is missing: 'dotnet' on the PATH is 9.0.100"), await Run());
    }

    [Fact]
    public async Task Runtime_without_SDK_is_refused()
    {
        Program("dotnet", "exit 145");
        Assert.Equal((2, "tools/sandbox: the .NET 10 SDK is missing: 'dotnet' on the PATH has no SDK"), await Run());
    }

    [Fact]
    public async Task Real_Flink_without_Java_is_refused()
    {
        Program("dotnet", "echo 10.0.100");
        Assert.Equal(
            (2, "tools/sandbox: --flink-home needs Java: neither JAVA_HOME is set nor is 'java' on the PATH"), await Run("--flink-home", _folder.Path));
    }

    [Fact]
    public async Task Sample_job_without_a_JDK_is_refused()
    {
        Program("dotnet", "echo 10.0.100");
        Program("java", "exit 0");
        _folder.Write("flink/lib/flink-dist-1.20.5.jar", "");
        var (code, error) = await Run($"--flink-home={_folder.Sub("flink")}");
        Assert.Equal(2, code);
        Assert.Contains("'javac' of a JDK", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        var info = new ProcessStartInfo(Bash, [Path.Combine(Samples.Root(), "tools", "sandbox"), .. arguments]) { RedirectStandardError = true };
        info.Environment["PATH"] = _folder.Sub("bin");
        info.Environment.Remove("JAVA_HOME");
        info.Environment.Remove("TOOLBOX_FLINKCTL");
        using var process = Process.Start(info)!;
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        var error = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, error.Trim());
    }

    void Link(string program)
    {
        Directory.CreateDirectory(_folder.Sub("bin"));
        File.CreateSymbolicLink(_folder.Sub($"bin/{program}"), $"/usr/bin/{program}");
    }

    void Program(string name, string script)
    {
        var file = _folder.Write($"bin/{name}", $"#!{Bash}\n{script}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
