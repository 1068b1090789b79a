namespace Toolbox.Sandbox.Objects;

/// <summary>A label selector, field selector or JSONPath that cannot be read; the message is what the server answers with 400.</summary>
public sealed class SelectorException(string message) : Exception(message);
