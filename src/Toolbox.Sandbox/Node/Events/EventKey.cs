namespace Toolbox.Sandbox.Node.Events;

/// <summary>What makes two events the same: only their count differs.</summary>
readonly record struct EventKey(string PodUid, string Type, string Reason, string Message, string? FieldPath);
