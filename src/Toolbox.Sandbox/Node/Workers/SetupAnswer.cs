using System.Collections.Immutable;
using System.Net;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Node.Workers;

/// <summary>Whether a pod's surroundings could be made; closed.</summary>
public abstract record SetupAnswer
{
    SetupAnswer() { }

    /// <param name="Volumes">Where each volume lies on this machine, by its name.</param>
    public sealed record Done(IPAddress Address, ReferencedObjects Objects, ImmutableDictionary<string, string> Volumes) : SetupAnswer;

    /// <param name="Reason">The reason of the event, such as <c>FailedMount</c>.</param>
    public sealed record NotYet(string Reason, string Message) : SetupAnswer;
}
