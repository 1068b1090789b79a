namespace Toolbox.KubernetesApi;

/// <summary>No connection could be configured; the message is one line that names the file or variable and what is wrong with it.</summary>
public sealed class ApiConnectionException(string message, Exception? inner = null) : Exception(message, inner);
