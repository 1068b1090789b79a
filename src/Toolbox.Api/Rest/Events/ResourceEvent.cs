namespace Toolbox.Api.Rest.Events;

/// <summary>One change that clients of <c>/api/v1/events</c> hear of.</summary>
/// <param name="Number">Counts up in the stream of this process.</param>
/// <param name="Change">added, changed or deleted.</param>
/// <param name="Data">One line of JSON: kind, name, resource version and what matters of the status.</param>
sealed record ResourceEvent(long Number, string Change, string Data);
