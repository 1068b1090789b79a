namespace Toolbox.KubernetesApi;

/// <summary>
/// What became of one request. Everything that the API server or the network may answer is a case; only cancellation by the caller
/// and errors in the program throw.
/// </summary>
public abstract record Answer<T>
{
    Answer() { }

    /// <summary>Done; the value is what the server answered.</summary>
    public sealed record Ok(T Value) : Answer<T>;

    /// <summary>404: the object, its namespace or the resource does not exist.</summary>
    public sealed record NotFound(string Message) : Answer<T>;

    /// <summary>409 with reason <c>AlreadyExists</c>: a create found the name taken.</summary>
    public sealed record AlreadyExists(string Message) : Answer<T>;

    /// <summary>409: the resource version, the uid or, in an apply, the owner of a field is another one.</summary>
    public sealed record Conflict(string Message) : Answer<T>;

    /// <summary>410: the resource version or continue token is too old; list anew.</summary>
    public sealed record Gone(string Message) : Answer<T>;

    /// <summary>422: the object breaks rules, named one by one where the server does so.</summary>
    public sealed record Invalid(string Message, IReadOnlyList<FieldCause> Causes) : Answer<T>;

    /// <summary>403: the rights are missing.</summary>
    public sealed record Forbidden(string Message) : Answer<T>;

    /// <summary>The server asks to come back later (429, or an error of the server with a time to wait).</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : Answer<T>;

    /// <summary>No answer of the API server: connection, time limit, broken stream, or a gateway's 502, 503 or 504. The request may or may not have been carried out.</summary>
    public sealed record Unreachable(string Reason) : Answer<T>;

    /// <summary>Any other refusal, with its HTTP status code, and answers that cannot be read.</summary>
    public sealed record Rejected(int Code, string Message) : Answer<T>;

    /// <summary>True for <see cref="Ok"/>, with its value.</summary>
    public bool IsOk([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = this is Ok ok ? ok.Value : default;
        return this is Ok;
    }

    /// <summary>The same answer for a value derived from this one's.</summary>
    public Answer<TOther> Select<TOther>(Func<T, TOther> select) => this switch
    {
        Ok ok => new Answer<TOther>.Ok(select(ok.Value)),
        NotFound other => new Answer<TOther>.NotFound(other.Message),
        AlreadyExists other => new Answer<TOther>.AlreadyExists(other.Message),
        Conflict other => new Answer<TOther>.Conflict(other.Message),
        Gone other => new Answer<TOther>.Gone(other.Message),
        Invalid other => new Answer<TOther>.Invalid(other.Message, other.Causes),
        Forbidden other => new Answer<TOther>.Forbidden(other.Message),
        Throttled other => new Answer<TOther>.Throttled(other.RetryAfter),
        Unreachable other => new Answer<TOther>.Unreachable(other.Reason),
        Rejected other => new Answer<TOther>.Rejected(other.Code, other.Message),
    };

    /// <summary>One line for logs: <c>ok</c>, or the case in words with the server's message.</summary>
    public string Describe() => this switch
    {
        Ok => "ok",
        NotFound other => $"not found: {other.Message}",
        AlreadyExists other => $"already exists: {other.Message}",
        Conflict other => $"conflict: {other.Message}",
        Gone other => $"gone: {other.Message}",
        Invalid other => $"invalid: {other.Message}",
        Forbidden other => $"forbidden: {other.Message}",
        Throttled other => $"throttled for {other.RetryAfter.TotalSeconds:0.#} s",
        Unreachable other => $"unreachable: {other.Reason}",
        Rejected other => $"rejected with {other.Code}: {other.Message}",
    };
}
