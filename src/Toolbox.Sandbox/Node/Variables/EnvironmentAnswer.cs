using System.Collections.Immutable;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>The variables of a container, or why they cannot be told yet; closed.</summary>
public abstract record EnvironmentAnswer
{
    EnvironmentAnswer() { }

    public sealed record Complete(ImmutableDictionary<string, string> Variables) : EnvironmentAnswer;

    /// <param name="Message">As the kubelet words it: <c>configmap "x" not found</c>.</param>
    public sealed record Missing(string Message) : EnvironmentAnswer;
}
