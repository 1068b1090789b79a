namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>The macros over lists and maps; over a map a single variable is the key.</summary>
internal sealed class CelComprehension(CelEvaluator evaluator, CelExpression.Macro macro)
{
    public CelValue Evaluate(CelScope scope)
    {
        var range = evaluator.Evaluate(macro.Range, scope);
        if (range is CelValue.Failure) return range;
        if (Items(range, scope) is not { } scopes) return CelValue.NoSuchOverload;
        return macro.Name switch
        {
            "all" => Decide(scopes, decisive: false),
            "exists" => Decide(scopes, decisive: true),
            "exists_one" => ExistsOne(scopes),
            "filter" => Filter(scopes),
            "transformMap" => TransformMap(scopes),
            _ => Map(scopes),
        };
    }

    IEnumerable<CelScope>? Items(CelValue range, CelScope scope) => range switch
    {
        CelValue.List list => list.Items.Select((item, index) => Bind(scope, new CelValue.Int(index), item)),
        CelValue.Map map => map.Entries.Select(entry => macro.Variables.Count == 1
            ? scope.With(macro.Variables[0], entry.Key)
            : Bind(scope, entry.Key, entry.Value)),
        _ => null,
    };

    CelScope Bind(CelScope scope, CelValue first, CelValue second) => macro.Variables.Count == 1
        ? scope.With(macro.Variables[0], second)
        : scope.With(macro.Variables[0], first).With(macro.Variables[1], second);

    CelValue Body(CelScope scope) => evaluator.Evaluate(macro.Bodies[^1], scope);

    // A deciding item outweighs failures of others.
    CelValue Decide(IEnumerable<CelScope> scopes, bool decisive)
    {
        CelValue? failure = null;
        foreach (var scope in scopes)
        {
            var result = Body(scope);
            if (result is CelValue.Bool value)
            {
                if (value.Value == decisive) return value;
            }
            else
            {
                failure ??= result is CelValue.Failure ? result : CelValue.NoSuchOverload;
            }
        }
        return failure ?? new CelValue.Bool(!decisive);
    }

    CelValue ExistsOne(IEnumerable<CelScope> scopes)
    {
        var count = 0;
        foreach (var scope in scopes)
        {
            if (Body(scope) is not CelValue.Bool result) return Failed(Body(scope));
            if (result.Value) count++;
        }
        return new CelValue.Bool(count == 1);
    }

    CelValue Filter(IEnumerable<CelScope> scopes)
    {
        var kept = new List<CelValue>();
        foreach (var scope in scopes)
        {
            var result = Body(scope);
            if (result is not CelValue.Bool isKept) return Failed(result);
            if (isKept.Value) kept.Add(scope.Value);
        }
        return new CelValue.List(kept);
    }

    CelValue Map(IEnumerable<CelScope> scopes)
    {
        var mapped = new List<CelValue>();
        foreach (var scope in scopes)
        {
            if (macro.Bodies.Count == 2)
            {
                var condition = evaluator.Evaluate(macro.Bodies[0], scope);
                if (condition is not CelValue.Bool isKept) return Failed(condition);
                if (!isKept.Value) continue;
            }
            var result = Body(scope);
            if (result is CelValue.Failure) return result;
            mapped.Add(result);
        }
        return new CelValue.List(mapped);
    }

    CelValue TransformMap(IEnumerable<CelScope> scopes)
    {
        var mapped = new Dictionary<CelValue, CelValue>();
        foreach (var scope in scopes)
        {
            if (macro.Bodies.Count == 2 && evaluator.Evaluate(macro.Bodies[0], scope) is CelValue.Bool { Value: false }) continue;
            var result = Body(scope);
            if (result is CelValue.Failure) return result;
            mapped[scope.Outer!.Value] = result;
        }
        return new CelValue.Map(mapped);
    }

    static CelValue Failed(CelValue result) => result is CelValue.Failure ? result : CelValue.NoSuchOverload;
}
