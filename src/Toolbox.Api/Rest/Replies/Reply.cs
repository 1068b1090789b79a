namespace Toolbox.Api.Rest.Replies;

/// <summary>What a request was answered with, before it becomes the envelope and a status code.</summary>
public abstract record Reply
{
    Reply() { }

    /// <summary>It was done, or there is nothing to show: <c>{"status":"OK"}</c>.</summary>
    public sealed record Done : Reply;

    /// <summary>With a JSON text, which the envelope carries as a string.</summary>
    public sealed record Output(string Json) : Reply;

    /// <summary>Not done, and why.</summary>
    public sealed record Refused(Refusal Refusal, string Message) : Reply;
}
