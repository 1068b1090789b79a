namespace Toolbox.Manifests.Tests.CustomResources;

/// <summary>A theory about recorded objects of the first toolbox; without them, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FirstToolboxTheoryAttribute : TheoryAttribute
{
    public static readonly string Folder = Path.Combine(RepositoryFiles.Root, "..", "shared", "reference", "original-run", "objects");

    public FirstToolboxTheoryAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"No recorded objects of the first toolbox: there is no folder {Folder}.";
    }
}
