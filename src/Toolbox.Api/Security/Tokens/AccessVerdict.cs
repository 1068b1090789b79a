namespace Toolbox.Api.Security.Tokens;

/// <summary>What Kubernetes says of a call.</summary>
public abstract record AccessVerdict
{
    AccessVerdict() { }

    public sealed record Allowed : AccessVerdict;

    /// <summary>Nobody knows who calls.</summary>
    public sealed record Unauthenticated(string Reason) : AccessVerdict;

    /// <summary>The caller is known and may not do this.</summary>
    public sealed record Forbidden(string Reason) : AccessVerdict;

    /// <summary>The API server could not be asked; nobody gets in meanwhile.</summary>
    public sealed record Unavailable(string Reason) : AccessVerdict;
}
