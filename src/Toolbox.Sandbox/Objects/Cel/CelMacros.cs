namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Calls that are read specially: <c>has</c>, the comprehensions, and namespaced functions such as <c>sets.contains</c>.</summary>
internal static class CelMacros
{
    static readonly string[] Comprehensions = ["all", "exists", "exists_one", "existsOne", "filter", "map", "transformList", "transformMap"];
    static readonly string[] Namespaces = ["sets", "math", "optional", "ip", "cidr", "base64"];

    public static CelExpression Expand(int position, CelExpression? target, string function, IReadOnlyList<CelExpression> arguments)
    {
        if (target is null && function == "has")
            return arguments is [CelExpression.Select { IsOptional: false } field]
                ? new CelExpression.Has(position, field)
                : throw new CelSyntaxException(position, "invalid argument to has() macro");
        if (target is CelExpression.Identifier { Name: var name } && Namespaces.Contains(name))
            return new CelExpression.Call(position, $"{name}.{function}", false, arguments);
        if (target is not null && Comprehensions.Contains(function) && Comprehension(position, target, function, arguments) is { } macro) return macro;
        return new CelExpression.Call(position, function, target is not null, target is null ? arguments : [target, .. arguments]);
    }

    static CelExpression.Macro? Comprehension(int position, CelExpression range, string function, IReadOnlyList<CelExpression> arguments)
    {
        var name = function switch { "existsOne" => "exists_one", _ => function };
        var names = arguments.TakeWhile(argument => argument is CelExpression.Identifier).Cast<CelExpression.Identifier>().Select(argument => argument.Name).ToArray();
        // The last argument is always a body, even a plain name.
        var variables = Math.Min(names.Length, arguments.Count - 1);
        var wanted = name switch
        {
            "map" or "filter" => 1,
            "transformList" or "transformMap" => 2,
            _ => Math.Min(variables, 2),
        };
        var bodies = arguments.Count - wanted;
        var fits = wanted >= 1 && variables >= wanted && (bodies == 1 || (bodies == 2 && name is "map" or "transformList" or "transformMap"));
        if (!fits) throw new CelSyntaxException(position, $"argument is not an identifier or the number of arguments of {function}() does not fit");
        return new CelExpression.Macro(position, name, range, names[..wanted], [.. arguments.Skip(wanted)]);
    }
}
