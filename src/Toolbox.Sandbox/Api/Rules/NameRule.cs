namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Which names a kind allows.</summary>
enum NameRule
{
    /// <summary>RFC 1123 subdomain, at most 253 characters.</summary>
    Subdomain,

    /// <summary>RFC 1123 label, at most 63 characters.</summary>
    Label,

    /// <summary>RFC 1035 label: begins with a letter.</summary>
    ServiceLabel,

    /// <summary>Anything that fits into a path segment (RBAC).</summary>
    PathSegment,
}
