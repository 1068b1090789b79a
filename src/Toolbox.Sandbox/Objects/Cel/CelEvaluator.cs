namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Evaluates an expression. Every step is paid from a budget, so that no rule runs for long.</summary>
internal sealed class CelEvaluator(long budget)
{
    static readonly CelValue.Failure BudgetSpent = new("operation cancelled: actual cost limit exceeded");

    long rest = budget;

    public CelValue Evaluate(CelExpression expression, CelScope scope)
    {
        if (--rest < 0) return BudgetSpent;
        return expression switch
        {
            CelExpression.Literal literal => literal.Value,
            CelExpression.Identifier name => scope.Find(name.Name) ?? TypeNamed(name.Name),
            CelExpression.Select select => Select(select, scope),
            CelExpression.Has has => Has(has.Field, scope),
            CelExpression.Index index => Index(index, scope),
            CelExpression.ListLiteral list => List(list, scope),
            CelExpression.MapLiteral map => Map(map, scope),
            CelExpression.Unary unary => Evaluate(unary.Operand, scope) is var operand && operand is CelValue.Failure ? operand : CelArithmetic.Negate(unary.Operator, operand),
            CelExpression.Binary binary => Binary(binary, scope),
            CelExpression.Conditional conditional => Conditional(conditional, scope),
            CelExpression.Call call => Call(call, scope),
            CelExpression.Macro macro => new CelComprehension(this, macro).Evaluate(scope),
        };
    }

    static CelValue TypeNamed(string name) => name is "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type"
        ? new CelValue.Type(name)
        : new CelValue.Failure($"no such attribute: {name}");

    CelValue Select(CelExpression.Select select, CelScope scope)
    {
        var operand = Evaluate(select.Operand, scope);
        if (operand is CelValue.Failure) return operand;
        var isOptional = select.IsOptional || operand is CelValue.Optional;
        if (operand is CelValue.Optional optional)
        {
            if (optional.Value is null) return optional;
            operand = optional.Value;
        }
        if (operand is not CelValue.Map map) return CelValue.NoSuchOverload;
        var found = map.Entries.GetValueOrDefault(new CelValue.Text(select.Field)) ?? map.Entries.GetValueOrDefault(new CelValue.Text(CelEscapes.PropertyName(select.Field)));
        if (isOptional) return new CelValue.Optional(found);
        return found ?? new CelValue.Failure($"no such key: {select.Field}");
    }

    CelValue Has(CelExpression.Select field, CelScope scope)
    {
        var operand = Evaluate(field.Operand, scope);
        if (operand is CelValue.Failure) return operand;
        if (operand is CelValue.Optional optional) operand = optional.Value ?? new CelValue.Map(new Dictionary<CelValue, CelValue>());
        return operand is CelValue.Map map
            ? new CelValue.Bool(map.Entries.ContainsKey(new CelValue.Text(field.Field)) || map.Entries.ContainsKey(new CelValue.Text(CelEscapes.PropertyName(field.Field))))
            : CelValue.NoSuchOverload;
    }

    CelValue Index(CelExpression.Index index, CelScope scope)
    {
        var operand = Evaluate(index.Operand, scope);
        if (operand is CelValue.Failure) return operand;
        var key = Evaluate(index.Key, scope);
        if (key is CelValue.Failure) return key;
        var isOptional = index.IsOptional || operand is CelValue.Optional;
        if (operand is CelValue.Optional { Value: var inner })
        {
            if (inner is null) return operand;
            operand = inner;
        }
        var found = ItemAt(operand, key);
        if (!isOptional) return found;
        return found == CelValue.NoSuchOverload ? found : new CelValue.Optional(found is CelValue.Failure ? null : found);
    }

    static CelValue ItemAt(CelValue container, CelValue key) => (container, key) switch
    {
        (CelValue.List list, CelValue.Int index) => index.Value >= 0 && index.Value < list.Items.Count
            ? list.Items[(int)index.Value]
            : new CelValue.Failure($"index out of bounds: {index.Value}"),
        (CelValue.Map map, _) => CelOperators.TryFind(map, key, out var value) ? value : new CelValue.Failure($"no such key: {Text(key)}"),
        _ => CelValue.NoSuchOverload,
    };

    static string Text(CelValue key) => CelFunctions.Call("string", [key]) is CelValue.Text text ? text.Value : key.TypeName;

    CelValue List(CelExpression.ListLiteral list, CelScope scope)
    {
        var items = new List<CelValue>();
        foreach (var item in list.Items)
        {
            var value = Evaluate(item, scope);
            if (value is CelValue.Failure) return value;
            items.Add(value);
        }
        return new CelValue.List(items);
    }

    CelValue Map(CelExpression.MapLiteral map, CelScope scope)
    {
        var entries = new Dictionary<CelValue, CelValue>();
        foreach (var (keyExpression, valueExpression) in map.Entries)
        {
            var key = Evaluate(keyExpression, scope);
            if (key is CelValue.Failure) return key;
            var value = Evaluate(valueExpression, scope);
            if (value is CelValue.Failure) return value;
            if (!entries.TryAdd(key, value)) return new CelValue.Failure($"insert failed: key {Text(key)} already exists");
        }
        return new CelValue.Map(entries);
    }

    CelValue Binary(CelExpression.Binary binary, CelScope scope)
    {
        var left = Evaluate(binary.Left, scope);
        if (binary.Operator is "&&" or "||") return Logic(binary, left, scope);
        if (left is CelValue.Failure) return left;
        var right = Evaluate(binary.Right, scope);
        if (right is CelValue.List list) rest -= list.Items.Count;
        return right is CelValue.Failure ? right : CelOperators.Apply(binary.Operator, left, right);
    }

    // One side that decides outweighs a failure of the other, whichever comes first.
    CelValue Logic(CelExpression.Binary binary, CelValue left, CelScope scope)
    {
        var decisive = binary.Operator == "||";
        if (left is CelValue.Bool decided && decided.Value == decisive) return left;
        var right = Evaluate(binary.Right, scope);
        if (right is CelValue.Bool other && other.Value == decisive) return right;
        if (left is CelValue.Failure) return left;
        if (right is CelValue.Failure) return right;
        return left is CelValue.Bool && right is CelValue.Bool ? new CelValue.Bool(!decisive) : CelValue.NoSuchOverload;
    }

    CelValue Conditional(CelExpression.Conditional conditional, CelScope scope) => Evaluate(conditional.Condition, scope) switch
    {
        CelValue.Bool condition => Evaluate(condition.Value ? conditional.Then : conditional.Otherwise, scope),
        CelValue.Failure failure => failure,
        _ => CelValue.NoSuchOverload,
    };

    CelValue Call(CelExpression.Call call, CelScope scope)
    {
        var arguments = new CelValue[call.Arguments.Count];
        for (var index = 0; index < arguments.Length; index++)
        {
            arguments[index] = Evaluate(call.Arguments[index], scope);
            if (arguments[index] is CelValue.Failure) return arguments[index];
            rest -= arguments[index] is CelValue.List list ? list.Items.Count : arguments[index] is CelValue.Text text ? text.Value.Length / 10 : 0;
        }
        return CelFunctions.Call(call.Function, arguments);
    }
}
