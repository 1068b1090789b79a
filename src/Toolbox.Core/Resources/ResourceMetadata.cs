using LanguageExt;

namespace Toolbox.Core.Resources;

/// <summary>What a decision needs of an object's metadata.</summary>
/// <param name="Generation">Counts the changes of the spec.</param>
/// <param name="ResourceVersion">The version that was observed: the precondition of every write of its status.</param>
/// <param name="IsDeleting">A deletionTimestamp is set.</param>
public sealed record ResourceMetadata(
    string Namespace, string Name, string Uid, long Generation, string ResourceVersion, bool IsDeleting, Seq<string> Finalizers)
{
    public bool HasFinalizer(string finalizer) => Finalizers.Contains(finalizer);
}
