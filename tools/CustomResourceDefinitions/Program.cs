using Toolbox.CustomResourceDefinitions;

if (args is not [var chart])
{
    Console.Error.WriteLine("usage: CustomResourceDefinitions CHART_FOLDER");
    return 2;
}

foreach (var (file, yaml) in ChartFiles.All())
{
    var path = Path.Combine(chart, "templates", file);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, yaml);
    Console.WriteLine($"{path} {yaml.Length}");
}
return 0;
