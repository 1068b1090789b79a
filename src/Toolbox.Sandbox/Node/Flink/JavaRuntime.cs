using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Finds the Java that real Flink runs on.</summary>
public static class JavaRuntime
{
    /// <summary><c>JAVA_HOME</c>, else the home of the <c>java</c> on the PATH; null when there is none.</summary>
    public static string? Home()
    {
        if (Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home && File.Exists(Path.Combine(home, "bin", "java")))
            return home;
        if (Confinement.Find("java") is not { } java)
            return null;
        var real = new FileInfo(java).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? java;
        return Path.GetDirectoryName(Path.GetDirectoryName(real));
    }
}
