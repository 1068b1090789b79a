using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using k8s.Models;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Generates the table of built-in types from the client's models. TOOLBOX_REWRITE=1 writes it into the source tree.</summary>
public class CoreTypesTableTests
{
    static string Resource(string name)
    {
        using var stream = typeof(CoreSchemas).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [Fact]
    public void The_table_follows_the_models_of_the_client()
    {
        var table = Generate();
        if (Environment.GetEnvironmentVariable("TOOLBOX_REWRITE") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "src/Toolbox.Sandbox/Objects/Fields/core-types.txt"), table);
        Assert.Equal(table, Resource("core-types.txt"));
    }

    [Fact]
    public void Every_merging_rule_names_an_existing_type_or_field()
    {
        var types = TypesOf(Kinds()).ToDictionary(type => type.Name, type => Fields(type).Select(field => field.Name).ToHashSet());
        var rules = Resource("core-merging.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => line.Split(' ')[0].Split('.'));
        Assert.All(rules, rule =>
        {
            Assert.True(types.ContainsKey(rule[0]), rule[0]);
            if (rule.Length == 2) Assert.True(types[rule[0]].Contains(rule[1]), string.Join('.', rule));
        });
    }

    static string Generate()
    {
        var table = new StringBuilder("# Generated from the models of KubernetesClient by CoreTypesTableTests; do not edit.\n");
        var kinds = Kinds();
        foreach (var kind in kinds)
        {
            var entity = kind.GetCustomAttribute<KubernetesEntityAttribute>()!;
            var apiVersion = entity.Group.Length == 0 ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}";
            table.Append($"kind {apiVersion} {entity.Kind} {kind.Name}\n");
        }
        foreach (var type in TypesOf(kinds).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            table.Append($"type {type.Name}\n");
            foreach (var (name, property) in Fields(type)) table.Append($" {name} {TypeName(property)}\n");
        }
        return table.ToString();
    }

    static Type[] Kinds() => [.. typeof(V1Pod).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<KubernetesEntityAttribute>() is not null)
        .Where(type => !type.Name.EndsWith("List", StringComparison.Ordinal))
        .Where(type => Regex.IsMatch(type.GetCustomAttribute<KubernetesEntityAttribute>()!.ApiVersion, "^v[0-9]+$"))
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    static HashSet<Type> TypesOf(IEnumerable<Type> kinds)
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>(kinds);
        while (open.TryDequeue(out var type))
            if (found.Add(type))
                foreach (var field in Fields(type))
                    if (IsModel(Innermost(field.Type))) open.Enqueue(Innermost(field.Type));
        return found;
    }

    static IEnumerable<(string Name, Type Type)> Fields(Type type) => type.GetProperties()
        .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, property.PropertyType))
        .Where(field => field.Name is not null)
        .OrderBy(field => field.Name, StringComparer.Ordinal)!;

    static Type Innermost(Type type) => type.IsGenericType ? Innermost(type.GetGenericArguments()[^1]) : type;

    static bool IsModel(Type type) =>
        type.Namespace == "k8s.Models" && type.IsClass && type != typeof(IntOrString) && type != typeof(ResourceQuantity);

    static string TypeName(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>)) return TypeName(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>)) return "[]" + TypeName(type.GetGenericArguments()[0]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>)) return "{}" + TypeName(type.GetGenericArguments()[1]);
        if (IsModel(type)) return type.Name;
        return type.Name switch
        {
            "String" => "string",
            "Int32" => "int32",
            "Int64" => "int64",
            "Boolean" => "bool",
            "Double" => "float64",
            "DateTime" => "time",
            "Byte[]" => "bytes",
            "IntOrString" => "int-or-string",
            "ResourceQuantity" => "quantity",
            _ => "any",
        };
    }
}
