using System.Text.RegularExpressions;

namespace Toolbox.Architecture.Tests;

public partial class NameTests
{
    // Words of Kubernetes and Flink, not ours.
    static readonly string[] ForeignWords = ["JobManager", "TaskManager", "ControllerManager", "FieldManager", "ManagedField"];

    // Files that hold two public types. The list may only shrink.
    static readonly string[] TwoTypes =
        ["src/Toolbox.Sandbox/Objects/Selectors/FieldSelector.cs", "src/Toolbox.Sandbox/SimulatedFlink/SimulatedFault.cs"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Complaints.None(
        from file in Repository.Sources
        from line in file.Lines
        let type = TypeDeclaration().Match(line)
        where type.Success && SaysNothing(type.Groups["name"].Value)
        select $"{file.Path}: {type.Groups["name"].Value}",
        "Helpers, Utils, Common and Manager say nothing: name the type after what it knows or does:");

    [Fact]
    public void No_folder_or_file_has_a_name_that_says_nothing() => Complaints.None(
        Repository.Sources.Select(file => file.Path)
            .Where(path => path.Split('/').Any(part => SaysNothing(Path.GetFileNameWithoutExtension(part)))),
        "A folder is part of the architecture: name it after the part, not after Helpers, Utils, Common or Manager:");

    [Fact]
    public void A_file_holds_one_public_type() => Complaints.None(
        from file in Repository.Sources
        where file.IsProduct && !TwoTypes.Contains(file.Path)
        let types = file.Lines.Select(line => PublicType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct().ToList()
        where types.Count > 1
        select $"{file.Path}: {string.Join(", ", types)}",
        "One public type per file; the cases of a closed union are nested in it:");

    [Fact]
    public void A_public_type_is_found_under_its_name() => Complaints.None(
        from file in Repository.Sources
        where file.IsProduct && !TwoTypes.Contains(file.Path)
        from line in file.Lines
        let type = PublicType().Match(line)
        where type.Success && !IsNamedAfter(file, type.Groups["name"].Value)
        select $"{file.Path}: {type.Groups["name"].Value}",
        "Name the file after its public type:");

    static bool IsNamedAfter(SourceFile file, string type) =>
        Path.GetFileNameWithoutExtension(file.Path) is var name && (name == type || name.StartsWith(type + ".", StringComparison.Ordinal));

    static bool SaysNothing(string name)
    {
        var own = ForeignWords.Aggregate(name, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return EmptyWord().IsMatch(own);
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record)\s+(class\s+|struct\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    // A type at the left margin: namespaces are file-scoped, so nested types are indented.
    [GeneratedRegex(@"^public\s+([a-z]+\s+)*(class|struct|interface|enum|record|delegate\s+\S+)\s+(class\s+|struct\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex PublicType();

    [GeneratedRegex("(Helper|Util|Common|Manager|Misc)(s|ities|ity)?($|[A-Z.])")]
    private static partial Regex EmptyWord();
}
