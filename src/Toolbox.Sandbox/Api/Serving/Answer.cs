using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>What a verb answers; how it is written depends on what the client accepts.</summary>
abstract record Answer
{
    Answer()
    {
    }

    /// <summary>One object of a resource.</summary>
    public sealed record Single(int Code, ResourceType Type, StoredObject Object) : Answer;

    /// <summary>A list of objects of a resource.</summary>
    /// <param name="Remaining">How many objects follow the last item; null when unknown or none.</param>
    public sealed record Many(ResourceType Type, IReadOnlyList<StoredObject> Items, long Version, string Continue, long? Remaining) : Answer;

    /// <summary>A body without another representation: Status, Scale, reviews, discovery.</summary>
    public sealed record Plain(int Code, JsonObject Body) : Answer;

    /// <summary>Text that is not JSON.</summary>
    public sealed record Text(int Code, string Body) : Answer;

    /// <summary>Written by the function itself: watches, logs, documents with a hash.</summary>
    public sealed record Streamed(Func<HttpContext, Task> WriteAsync) : Answer;
}
