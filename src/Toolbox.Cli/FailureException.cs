namespace Toolbox.Cli;

/// <summary>What was asked for was understood but failed: exit code 1. The message is one line for the person who asked.</summary>
sealed class FailureException(string message, Exception? cause = null) : Exception(message, cause);
