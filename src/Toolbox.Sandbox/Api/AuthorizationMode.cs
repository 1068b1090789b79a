namespace Toolbox.Sandbox.Api;

/// <summary>Who may do what, named as the values of kube-apiserver's <c>--authorization-mode</c>.</summary>
public enum AuthorizationMode
{
    /// <summary>Whoever has a token may do everything; anonymous requests see health and version only.</summary>
    AlwaysAllow,

    /// <summary>Roles and their bindings decide; the group system:masters may do everything.</summary>
    RBAC,
}
