namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>
/// A bootstrap looks up the recorded submission and the JobManager's address (<see cref="Aimed"/>), submits, and reports the id.
/// One that is being deleted may still send what it has aimed.
/// </summary>
enum BootstrapLife : byte { None, Running, Aimed, Submitted, Succeeded, Failed, Leaving, LeavingAimed }
