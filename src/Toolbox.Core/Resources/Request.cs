namespace Toolbox.Core.Resources;

/// <summary>
/// A user's request, taken over from the annotation into <c>status.request</c>. It is carried out only after the annotation
/// has been reset, so neither a crash nor a second request loses one, and none is carried out twice.
/// </summary>
/// <param name="Action">What was asked for.</param>
/// <param name="WithoutSavepoint">Whether this one request asked to go without savepoint.</param>
/// <param name="Since">When it was taken over.</param>
public sealed record Request(RequestedAction Action, bool WithoutSavepoint, DateTimeOffset Since);
