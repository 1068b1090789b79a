namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What stands in the requested-action annotation (and in the one that asks to go without savepoint).</summary>
enum Ask : byte { Nothing, Start, Stop, StartUnsaved, StopUnsaved, TriggerSavepoint, ForgetSavepoint, Unknown }
