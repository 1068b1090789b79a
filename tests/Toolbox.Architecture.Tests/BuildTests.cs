using System.Xml.Linq;

namespace Toolbox.Architecture.Tests;

public class BuildTests
{
    static readonly XDocument Everywhere = Load("Directory.Build.props");

    [Theory]
    [InlineData("Nullable", "enable")]
    [InlineData("TreatWarningsAsErrors", "true")]
    [InlineData("RestorePackagesWithLockFile", "true")]
    [InlineData("TargetFramework", "net10.0")]
    public void A_property_holds_for_all_projects(string name, string value)
    {
        Assert.Equal(value, Everywhere.Descendants(name).Single().Value);
        Complaints.None(Repository.Projects.Where(path => name != "TargetFramework" && Load(path).Descendants(name).Any()),
            $"{name} is set for all projects in Directory.Build.props; remove it from:");
    }

    [Fact]
    public void Every_product_project_is_built_for_native_code()
    {
        Assert.Equal("true", Load("src/Directory.Build.props").Descendants("IsAotCompatible").Single().Value);
        Complaints.None(Repository.Projects.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && Load(path).Descendants("IsAotCompatible").Any()),
            "Everything that ships must publish as native code: remove IsAotCompatible from:");
    }

    [Fact]
    public void Every_project_that_ships_or_tests_belongs_to_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Toolbox.sln")).Replace('\\', '/');
        Complaints.None(
            Repository.Projects.Where(path => !path.StartsWith("tools/", StringComparison.Ordinal) && !solution.Contains(path, StringComparison.Ordinal)),
            "Add to Toolbox.sln with 'dotnet sln add':");
    }

    static XDocument Load(string path) => XDocument.Load(Path.Combine(Repository.Root, path));
}
