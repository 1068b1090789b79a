using System.Security.Cryptography;
using System.Text;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Security.Tokens;

/// <summary>
/// Bearer tokens of Kubernetes: the API server says whose a token is (TokenReview) and what they may do (SubjectAccessReview), so that
/// its roles decide. Answers are kept for ten seconds; tokens only as their digest.
/// </summary>
public sealed class TokenAccess(KubernetesApiClient client, TimeProvider clock)
{
    /// <summary>How long a role that was taken away may still work.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    const string Scheme = "Bearer ";

    // Tokens of service accounts have about a thousand characters.
    const int LongestToken = 8 * 1024;
    const int Capacity = 1000;

    readonly Reviews _reviews = new(client);
    readonly ShortMemory<string, TokenUser?> _users = new(Lifetime, Capacity, clock);
    readonly ShortMemory<(string Token, AccessRequest Request), AccessVerdict> _verdicts = new(Lifetime, Capacity, clock);

    /// <param name="authorization">The header Authorization, or null.</param>
    public async Task<AccessVerdict> Judge(string? authorization, IReadOnlyList<AccessRequest> requests, CancellationToken cancellation)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return new AccessVerdict.Unauthenticated("a bearer token of Kubernetes is needed, as `kubectl create token` gives it");
        var token = authorization[Scheme.Length..].Trim();
        if (token.Length is 0 or > LongestToken) return new AccessVerdict.Unauthenticated("the bearer token is empty or too long");
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (!_users.TryGet(digest, out var user))
        {
            (var ok, user, var reason) = await _reviews.WhoIs(token, cancellation);
            if (!ok) return new AccessVerdict.Unavailable($"the token could not be checked: {reason}");
            _users.Keep(digest, user);
        }
        if (user is null) return new AccessVerdict.Unauthenticated("the bearer token is not valid, or not any more");
        foreach (var request in requests)
            if (await Judge(digest, user, request, cancellation) is var verdict && verdict is not AccessVerdict.Allowed) return verdict;
        return new AccessVerdict.Allowed();
    }

    async Task<AccessVerdict> Judge(string digest, TokenUser user, AccessRequest request, CancellationToken cancellation)
    {
        if (_verdicts.TryGet((digest, request), out var known)) return known;
        var (ok, allowed, reason) = await _reviews.May(user, request, cancellation);
        if (!ok) return new AccessVerdict.Unavailable($"the right could not be checked: {reason}");
        AccessVerdict verdict = allowed
            ? new AccessVerdict.Allowed()
            : new AccessVerdict.Forbidden($"{user.Name} may not {request}{(reason.Length == 0 ? "" : $": {reason}")}");
        _verdicts.Keep((digest, request), verdict);
        return verdict;
    }
}
