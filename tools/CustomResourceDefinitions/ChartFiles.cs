namespace Toolbox.CustomResourceDefinitions;

/// <summary>The templates of the chart with the definitions: file name and content.</summary>
public static class ChartFiles
{
    // Without a note on where it comes from, somebody would edit the file instead of the types.
    const string Header = "# Generated from the types of src/Toolbox.Manifests/CustomResources by tools/generate-crds.\n";

    public static IEnumerable<(string File, string Yaml)> All() =>
        Definitions.All.Select(definition => ($"{definition.Singular}.yaml", Header + YamlText.Write(definition.Render())));
}
