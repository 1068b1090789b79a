using System.Collections.Immutable;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Finds what can be known to be wrong without evaluating: unknown names, fields and functions, and operands that never fit.</summary>
internal sealed class CelChecker
{
    static readonly string[] BoolFunctions = ["contains", "startsWith", "endsWith", "matches", "isSorted", "hasValue", "isURL", "isQuantity", "bool",
        "sets.contains", "sets.equivalent", "sets.intersects", "isLessThan", "isGreaterThan", "isInteger"];
    static readonly string[] TextFunctions = ["string", "lowerAscii", "upperAscii", "trim", "replace", "substring", "charAt", "join", "find"];

    /// <exception cref="CelSyntaxException">The expression cannot work.</exception>
    public static CelType Check(CelExpression expression, ImmutableDictionary<string, CelType> names) => new CelChecker().Infer(expression, names);

    CelType Infer(CelExpression expression, ImmutableDictionary<string, CelType> names) => expression switch
    {
        CelExpression.Literal literal => new CelType(literal.Value.TypeName),
        CelExpression.Identifier name => Name(name, names),
        CelExpression.Select select => Select(select, names),
        CelExpression.Has has => Has(has, names),
        CelExpression.Index index => Index(index, names),
        CelExpression.ListLiteral list => new CelType("list", Element: Common(list.Items.Select(item => Infer(item, names)).ToArray())),
        CelExpression.MapLiteral map => new CelType("map", Element: Common(map.Entries.Select(entry => Infer(entry.Value, names)).ToArray())),
        CelExpression.Unary unary => Unary(unary, names),
        CelExpression.Binary binary => Binary(binary, Infer(binary.Left, names), Infer(binary.Right, names)),
        CelExpression.Conditional conditional => Conditional(conditional, names),
        CelExpression.Call call => Call(call, names),
        CelExpression.Macro macro => Macro(macro, names),
    };

    static CelType Name(CelExpression.Identifier name, ImmutableDictionary<string, CelType> names)
    {
        if (names.TryGetValue(name.Name, out var type)) return type;
        if (name.Name is "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type") return new CelType("type");
        throw new CelSyntaxException(name.Position, $"undeclared reference to '{name.Name}' (in container '')");
    }

    CelType Select(CelExpression.Select select, ImmutableDictionary<string, CelType> names)
    {
        var operand = Infer(select.Operand, names);
        if (operand.IsDynamic || select.IsOptional) return CelType.Dynamic;
        if (operand.Name == "map") return operand.Element ?? CelType.Dynamic;
        if (operand.Name != "object")
            throw new CelSyntaxException(select.Position, $"type '{operand}' does not support field selection");
        if (operand.IsRoot && select.Field is "apiVersion" or "kind") return CelType.Text;
        if (operand.IsRoot && select.Field == "metadata") return new CelType("object", Metadata);
        return operand.Schema!.Properties.GetValueOrDefault(CelEscapes.PropertyName(select.Field)) is { } property
            ? CelType.Of(property)
            : throw new CelSyntaxException(select.Position, $"undefined field '{select.Field}'");
    }

    CelType Has(CelExpression.Has has, ImmutableDictionary<string, CelType> names)
    {
        Infer(has.Field, names);
        return CelType.Bool;
    }

    static StructuralSchema Metadata { get; } = new()
    {
        Type = "object",
        Properties = new Dictionary<string, StructuralSchema> { ["name"] = new() { Type = "string" }, ["generateName"] = new() { Type = "string" } },
    };

    CelType Index(CelExpression.Index index, ImmutableDictionary<string, CelType> names)
    {
        var operand = Infer(index.Operand, names);
        var key = Infer(index.Key, names);
        if (operand.IsDynamic || index.IsOptional) return CelType.Dynamic;
        if (operand.Name is not ("list" or "map") || (operand.Name == "list" && key.Name == "string"))
            throw NoOverload(index.Position, "_[_]", operand, key);
        return operand.Element ?? CelType.Dynamic;
    }

    CelType Unary(CelExpression.Unary unary, ImmutableDictionary<string, CelType> names)
    {
        var operand = Infer(unary.Operand, names);
        var fits = operand.IsDynamic || (unary.Operator == "!" ? operand.Name == "bool" : operand.IsNumber || operand.Name.EndsWith("Duration", StringComparison.Ordinal));
        return fits ? operand : throw NoOverload(unary.Position, unary.Operator + "_", operand);
    }

    static CelType Binary(CelExpression.Binary binary, CelType left, CelType right)
    {
        var fits = binary.Operator switch
        {
            "&&" or "||" => (left.IsDynamic || left.Name == "bool") && (right.IsDynamic || right.Name == "bool"),
            "==" or "!=" => left.IsComparable(right),
            "<" or "<=" or ">" or ">=" => left.IsComparable(right) || (left.IsNumber && right.IsNumber),
            "in" => right.IsDynamic || right.Name is "list" or "map",
            _ => left.IsComparable(right) || left.Name.StartsWith("google", StringComparison.Ordinal),
        };
        if (!fits) throw NoOverload(binary.Position, binary.Operator == "in" ? "@in" : $"_{binary.Operator}_", left, right);
        if (binary.Operator is not ("+" or "-" or "*" or "/" or "%")) return CelType.Bool;
        return left == right ? left : CelType.Dynamic;
    }

    CelType Conditional(CelExpression.Conditional conditional, ImmutableDictionary<string, CelType> names)
    {
        var condition = Infer(conditional.Condition, names);
        if (!condition.IsDynamic && condition.Name != "bool") throw NoOverload(conditional.Position, "_?_:_", condition);
        return Common(Infer(conditional.Then, names), Infer(conditional.Otherwise, names));
    }

    CelType Call(CelExpression.Call call, ImmutableDictionary<string, CelType> names)
    {
        if (!CelFunctions.IsKnown(call.Function))
            throw new CelSyntaxException(call.Position, $"undeclared reference to '{call.Function}' (in container '')");
        foreach (var argument in call.Arguments) Infer(argument, names);
        return call.Function switch
        {
            "size" or "int" => CelType.Int,
            "double" => new CelType("double"),
            "duration" => new CelType("google.protobuf.Duration"),
            "timestamp" => new CelType("google.protobuf.Timestamp"),
            "split" or "findAll" => new CelType("list", Element: CelType.Text),
            var name when BoolFunctions.Contains(name) => CelType.Bool,
            var name when TextFunctions.Contains(name) => CelType.Text,
            _ => CelType.Dynamic,
        };
    }

    CelType Macro(CelExpression.Macro macro, ImmutableDictionary<string, CelType> names)
    {
        var range = Infer(macro.Range, names);
        if (!range.IsDynamic && range.Name is not ("list" or "map"))
            throw new CelSyntaxException(macro.Range.Position, $"expression of type '{range}' cannot be range of a comprehension (must be list, map, or dynamic)");
        var element = range.Element ?? CelType.Dynamic;
        var first = range.Name switch { "map" => CelType.Text, "list" => macro.Variables.Count == 1 ? element : CelType.Int, _ => CelType.Dynamic };
        var inner = names.SetItem(macro.Variables[0], first);
        if (macro.Variables.Count == 2) inner = inner.SetItem(macro.Variables[1], element);
        var bodies = macro.Bodies.Select(body => Infer(body, inner)).ToArray();
        if (macro.Name is "all" or "exists" or "exists_one" or "filter" && !bodies[0].IsDynamic && bodies[0].Name != "bool")
            throw NoOverload(macro.Bodies[0].Position, macro.Name == "all" ? "_&&_" : "_||_", CelType.Bool, bodies[0]);
        return macro.Name switch
        {
            "all" or "exists" or "exists_one" => CelType.Bool,
            "filter" => range.Name == "list" ? range : new CelType("list"),
            "map" or "transformList" => new CelType("list", Element: bodies[^1]),
            _ => new CelType("map", Element: bodies[^1]),
        };
    }

    static CelType Common(params CelType[] types) => types.Length > 0 && types.All(type => type == types[0]) ? types[0] : CelType.Dynamic;

    static CelSyntaxException NoOverload(int position, string @operator, params CelType[] operands) =>
        new(position, $"found no matching overload for '{@operator}' applied to '({string.Join(", ", operands.AsEnumerable())})'");
}
