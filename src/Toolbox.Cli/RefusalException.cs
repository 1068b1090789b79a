namespace Toolbox.Cli;

/// <summary>A command cannot do what was asked; the message is one line for the person who asked.</summary>
sealed class RefusalException(string message, Exception? cause = null) : Exception(message, cause);
