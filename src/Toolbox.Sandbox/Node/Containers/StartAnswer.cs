namespace Toolbox.Sandbox.Node.Containers;

/// <summary>What came of the attempt to start a container; closed.</summary>
public abstract record StartAnswer
{
    StartAnswer() { }

    /// <param name="ImageId">What runs, in one line: shown as <c>imageID</c>.</param>
    public sealed record Started(IRunningContainer Container, string ImageId) : StartAnswer;

    /// <param name="Reason">A waiting reason such as <c>RunContainerError</c>.</param>
    public sealed record Refused(string Reason, string Message) : StartAnswer;
}
