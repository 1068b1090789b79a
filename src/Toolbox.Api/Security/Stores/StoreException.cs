namespace Toolbox.Api.Security.Stores;

/// <summary>A key store or trust store cannot be used. The message is one line with the option and the file, and never holds a password.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);
