namespace Toolbox.Operator.Loop;

/// <summary>One thing to decide about. The queue holds keys only: what is observed is looked up when the key's turn comes.</summary>
public readonly record struct WorkKey(WorkKind Kind, string Namespace, string Name)
{
    public override string ToString() => $"{Kind}/{Namespace}/{Name}";
}
