using System.Collections.Concurrent;
using System.Text.Json;
using k8s;

namespace Toolbox.Sandbox.Api.Models;

/// <summary>The shapes of the built-in kinds, from the source-generated metadata of the Kubernetes client's models.</summary>
static class ModelShapes
{
    static readonly JsonSerializerOptions Options = Capture();
    static readonly ConcurrentDictionary<Type, ModelShape.Structure> Structures = [];

    public static ModelShape.Structure Of(Type model) => Structures.GetOrAdd(model, Build);

    static ModelShape.Structure Build(Type model)
    {
        var members = new Dictionary<string, Lazy<ModelShape>>(StringComparer.Ordinal);
        foreach (var property in Options.GetTypeInfo(model).Properties)
        {
            var type = property.PropertyType;
            members[property.Name] = new Lazy<ModelShape>(() => ShapeOf(type));
        }
        return new ModelShape.Structure(GoName(model), model, members);
    }

    static ModelShape ShapeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return new ModelShape.Scalar("string", "string", "");
        if (type == typeof(bool)) return new ModelShape.Scalar("bool", "boolean", "");
        if (type == typeof(int)) return new ModelShape.Scalar("int32", "integer", "int32");
        if (type == typeof(long)) return new ModelShape.Scalar("int64", "integer", "int64");
        if (type == typeof(double)) return new ModelShape.Scalar("float64", "number", "double");
        if (type == typeof(DateTime)) return new ModelShape.Scalar("Time", "string", "date-time");
        if (type == typeof(byte[])) return new ModelShape.Scalar("[]uint8", "string", "byte");
        if (type == typeof(object)) return new ModelShape.Any();
        if (type.Name == "IntOrString") return new ModelShape.NumberOrText(false);
        if (type.Name == "ResourceQuantity") return new ModelShape.NumberOrText(true);
        if (!type.IsGenericType) return Of(type);
        var arguments = type.GetGenericArguments();
        return arguments.Length == 2 ? new ModelShape.Map(ShapeOf(arguments[1])) : new ModelShape.Items(ShapeOf(arguments[0]));
    }

    static string GoName(Type model)
    {
        var name = model.Name;
        if (name.StartsWith("Corev1", StringComparison.Ordinal) || name.StartsWith("Eventsv1", StringComparison.Ordinal)) return name[(name.IndexOf("v1", StringComparison.Ordinal) + 2)..];
        return name.StartsWith("V1", StringComparison.Ordinal) ? name[2..] : name;
    }

    static JsonSerializerOptions Capture()
    {
        JsonSerializerOptions? captured = null;
        KubernetesJson.AddJsonOptions(options => captured = options);
        return captured ?? throw new InvalidOperationException("KubernetesJson gave no serializer options");
    }
}
