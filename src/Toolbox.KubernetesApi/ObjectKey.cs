namespace Toolbox.KubernetesApi;

/// <summary>Namespace and name of an object; the namespace is empty for objects of the whole cluster.</summary>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
