namespace Toolbox.Operator.Loop;

/// <summary>Observes, decides and executes for one kind of key.</summary>
public interface IReconciler
{
    WorkKind Kind { get; }

    /// <summary>One round for one key. Throws only for programmer errors and on cancellation.</summary>
    /// <returns>When to look again at the latest; null when only a change of the world matters.</returns>
    Task<DateTimeOffset?> Reconcile(WorkKey key, CancellationToken cancellation);
}
