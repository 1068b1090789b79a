using System.Collections.Immutable;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>
/// A compiled CEL expression over <c>self</c> and <c>oldSelf</c>. The language is what Kubernetes offers in CRD rules; the README of the
/// sandbox lists what is missing.
/// </summary>
internal sealed class CelProgram
{
    readonly CelExpression expression;

    CelProgram(CelExpression expression, bool usesOldSelf) => (this.expression, UsesOldSelf) = (expression, usesOldSelf);

    /// <summary>A transition rule: it compares with the value before the update.</summary>
    public bool UsesOldSelf { get; }

    /// <param name="text">The expression.</param>
    /// <param name="self">The schema of <c>self</c>.</param>
    /// <param name="isRoot">Whether self is a whole object.</param>
    /// <param name="resultType"><c>bool</c> for a rule, <c>string</c> for a message.</param>
    public static CelCompilation Compile(string text, StructuralSchema self, bool isRoot, string resultType, bool hasOptionalOldSelf = false)
    {
        try
        {
            var expression = CelParser.Parse(text);
            var type = CelType.Of(self, isRoot);
            var names = ImmutableDictionary<string, CelType>.Empty.Add("self", type).Add("oldSelf", hasOptionalOldSelf ? CelType.Dynamic : type);
            var result = CelChecker.Check(expression, names);
            if (!result.IsDynamic && result.Name != resultType) return new CelCompilation.Failed($"compilation failed: must evaluate to {resultType}");
            var usesOldSelf = CelLexer.Split(text).Any(token => token is { Kind: CelTokenKind.Identifier, Text: "oldSelf" });
            return new CelCompilation.Compiled(new CelProgram(expression, usesOldSelf));
        }
        catch (CelSyntaxException error)
        {
            return new CelCompilation.Failed($"compilation failed: {Marked(text, error)}");
        }
    }

    public CelValue Evaluate(CelEvaluator evaluator, CelValue self, CelValue? oldSelf)
    {
        var scope = new CelScope("self", self);
        return evaluator.Evaluate(expression, oldSelf is null ? scope : scope.With("oldSelf", oldSelf));
    }

    /// <summary>The error with the line that it is in and a mark below its place.</summary>
    static string Marked(string text, CelSyntaxException error)
    {
        var before = text[..Math.Min(error.Position, text.Length)];
        var line = before.Count(character => character == '\n');
        var column = before.Length - (before.LastIndexOf('\n') + 1);
        return $"ERROR: <input>:{line + 1}:{column + 1}: {error.Message}\n | {text.Split('\n')[line]}\n | {new string('.', column)}^";
    }
}
