using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Toolbox.Analyzers;

/// <summary>
/// Suppresses CS8509 ("the switch expression does not handle all possible values") for a switch over a closed union
/// (an abstract record whose constructors are private) when every case has an arm of its own or of its family.
/// A missing case, a guarded arm or an arm that looks inside a case leaves the error standing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedUnionSuppressor : DiagnosticSuppressor
{
    static readonly SuppressionDescriptor Complete = new("TBX0001", "CS8509", "Every case of the closed union has an arm.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Complete);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var root = diagnostic.Location.SourceTree?.GetRoot(context.CancellationToken);
            var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node?.FirstAncestorOrSelf<SwitchExpressionSyntax>() is not { } expression) continue;
            var model = context.GetSemanticModel(expression.SyntaxTree);
            if (model.GetTypeInfo(expression.GoverningExpression, context.CancellationToken).Type is not INamedTypeSymbol union) continue;
            var handled = expression.Arms
                .Where(arm => arm.WhenClause is null)
                .SelectMany(arm => Types(arm.Pattern, model))
                .Select(type => type.OriginalDefinition)
                .ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
            if (IsClosed(union) && IsHandled(union, handled)) context.ReportSuppression(Suppression.Create(Complete, diagnostic));
        }
    }

    static bool IsHandled(INamedTypeSymbol type, ImmutableHashSet<ISymbol> handled) =>
        handled.Contains(type.OriginalDefinition) || (IsClosed(type) && Cases(type).All(item => IsHandled(item, handled)));

    static bool IsClosed(INamedTypeSymbol type) =>
        type is { IsAbstract: true, IsRecord: true } && Cases(type).Any()
        && type.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility is Accessibility.Private || IsCopy(constructor, type));

    static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type.OriginalDefinition, type.OriginalDefinition);

    static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol type) =>
        type.OriginalDefinition.GetTypeMembers().Where(member =>
            SymbolEqualityComparer.Default.Equals(member.BaseType?.OriginalDefinition, type.OriginalDefinition));

    static IEnumerable<INamedTypeSymbol> Types(PatternSyntax pattern, SemanticModel model) => pattern switch
    {
        ConstantPatternSyntax constant => Named(constant.Expression, model),
        TypePatternSyntax type => Named(type.Type, model),
        DeclarationPatternSyntax declaration => Named(declaration.Type, model),
        ParenthesizedPatternSyntax inner => Types(inner.Pattern, model),
        BinaryPatternSyntax either when either.IsKind(SyntaxKind.OrPattern) =>
            Types(either.Left, model).Concat(Types(either.Right, model)),
        RecursivePatternSyntax { Type: { } type } recursive when OnlyNames(recursive) => Named(type, model),
        _ => Enumerable.Empty<INamedTypeSymbol>(),
    };

    static bool OnlyNames(RecursivePatternSyntax pattern) =>
        Subpatterns(pattern).All(item => item.Pattern is VarPatternSyntax or DiscardPatternSyntax);

    static IEnumerable<SubpatternSyntax> Subpatterns(RecursivePatternSyntax pattern) =>
        (pattern.PropertyPatternClause?.Subpatterns ?? default).Concat(pattern.PositionalPatternClause?.Subpatterns ?? default);

    static IEnumerable<INamedTypeSymbol> Named(SyntaxNode type, SemanticModel model) =>
        model.GetSymbolInfo(type).Symbol is INamedTypeSymbol named ? new[] { named } : Array.Empty<INamedTypeSymbol>();
}
