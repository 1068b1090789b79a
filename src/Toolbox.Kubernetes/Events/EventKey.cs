namespace Toolbox.Kubernetes.Events;

/// <summary>What makes two events the same one repeated.</summary>
sealed record EventKey(string Uid, bool IsWarning, string Reason, string Message);
