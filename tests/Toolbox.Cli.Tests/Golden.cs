using System.Runtime.CompilerServices;
using Snapshooter.Xunit;

namespace Toolbox.Cli.Tests;

/// <summary>Snapshots of texts. A missing one fails, unless TOOLBOX_WRITE_SNAPSHOTS=1 asks to write it.</summary>
static class Golden
{
    static readonly bool MayWrite = Environment.GetEnvironmentVariable("TOOLBOX_WRITE_SNAPSHOTS") == "1";

    [ModuleInitializer]
    public static void BeStrict()
    {
        if (!MayWrite) Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", "true");
    }

    public static void Match(string text, string name)
    {
        var snapshot = Snapshot.FullName(name);
        var file = Path.Combine(snapshot.FolderPath, "__snapshots__", snapshot.Filename);
        if (MayWrite && File.Exists(file)) File.Delete(file);
        Snapshot.Match(text, snapshot);
    }
}
