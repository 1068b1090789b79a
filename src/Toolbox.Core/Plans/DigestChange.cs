namespace Toolbox.Core.Plans;

/// <summary>A part of a spec whose digest changes, which is what restarts are decided by. An absent part has the empty digest.</summary>
/// <param name="Part">runtime, jobManager, taskManager, supervisor; bootstrap, savepoint, restart.</param>
public sealed record DigestChange(string Part, string Before, string After);
