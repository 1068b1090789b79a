using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Toolbox.Architecture.Tests;

public partial class TidinessTests
{
    [Fact]
    public void Nothing_is_left_for_later() => Complaints.None(
        Places(Repository.Sources, LeftForLater()), "Do it now, or write down in the documentation what is missing and why:");

    [Fact]
    public void Nothing_is_thrown_for_lack_of_an_implementation() => Complaints.None(
        Places(Repository.Sources.Where(file => file.IsProduct), NotImplemented()), "Implement it, or answer with an error that says what is not supported:");

    // Looks at a real Flink again and again until a condition holds: its clock cannot be driven. The list may only shrink.
    static readonly string[] LooksAgain = ["tests/Toolbox.Flink.Tests/Contract/ContractTarget.cs"];

    [Fact]
    public void No_test_sleeps() => Complaints.None(
        Places(Repository.Sources.Where(file => file.IsTest && !LooksAgain.Contains(file.Path)), Sleep()),
        "Wait on a condition with a timeout, or drive the time with a FakeTimeProvider:");

    [Fact]
    public void Every_project_has_a_lock_file() => Complaints.None(
        Repository.Projects.Where(path => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, "packages.lock.json"))),
        "Run 'dotnet restore' and check in packages.lock.json beside:");

    [Fact]
    public void Package_versions_stand_in_one_place() => Complaints.None(
        from path in Repository.Projects
        from reference in XDocument.Load(Path.Combine(Repository.Root, path)).Descendants("PackageReference")
        where reference.Attribute("Version") is not null
        select $"{path}: {(string?)reference.Attribute("Include")}",
        "Move the version to Directory.Packages.props:");

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var sources = string.Join('\n', Repository.Sources.Where(file => file.IsTest).SelectMany(file => file.Lines));
        Complaints.None(
            Repository.Files("*.snap").Where(path => !Path.GetFileNameWithoutExtension(path).Split('_', '.', '-').Any(part => part.Length > 2 && sources.Contains(part, StringComparison.Ordinal))),
            "No test asks for the snapshot any more: delete it:");
    }

    static IEnumerable<string> Places(IEnumerable<SourceFile> files, Regex pattern) =>
        from file in files
        where !file.Path.EndsWith("/TidinessTests.cs", StringComparison.Ordinal)
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\bNotImplementedException\b")]
    private static partial Regex NotImplemented();

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep|SpinWait\.SpinUntil)\b")]
    private static partial Regex Sleep();
}
