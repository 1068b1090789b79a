namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>A reconcile cannot go on now; its key comes again with growing delay.</summary>
sealed class RetryException(string reason) : Exception(reason);
