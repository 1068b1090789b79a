namespace Toolbox.Sandbox;

/// <summary>The sandbox cannot do what was asked; the message is one line for the person who asked, without a need for a stack trace.</summary>
public sealed class SandboxException : Exception
{
    public SandboxException(string message) : base(message) { }

    public SandboxException(string message, Exception cause) : base(message, cause) { }
}
