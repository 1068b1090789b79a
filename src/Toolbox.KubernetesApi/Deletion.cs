namespace Toolbox.KubernetesApi;

/// <summary>An accepted deletion.</summary>
/// <param name="Uid">The object's uid where the server named it, otherwise empty.</param>
/// <param name="Pending">True when the object stays for now: finalizers or a grace period hold it.</param>
public sealed record Deletion(string Uid, bool Pending);
