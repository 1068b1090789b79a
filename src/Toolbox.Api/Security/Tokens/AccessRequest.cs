namespace Toolbox.Api.Security.Tokens;

/// <summary>What a caller wants to do, in the words of Kubernetes' RBAC.</summary>
/// <param name="Verb">get, list, watch, create, patch or delete.</param>
/// <param name="Resource">Plural name, for example flinkjobs, of nextbreakpoint.com.</param>
/// <param name="Subresource">scale, or empty.</param>
/// <param name="Name">Empty for a whole collection.</param>
public sealed record AccessRequest(string Verb, string Resource, string Subresource, string Namespace, string Name)
{
    public override string ToString() =>
        $"{Verb} {Resource}{(Subresource.Length == 0 ? "" : "/" + Subresource)}{(Name.Length == 0 ? "" : " " + Name)} in namespace {Namespace}";
}
