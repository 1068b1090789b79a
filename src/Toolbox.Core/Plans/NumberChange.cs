using LanguageExt;

namespace Toolbox.Core.Plans;

/// <summary>A number that several may write: TaskManagers of a cluster, parallelism of a job.</summary>
/// <param name="Declared">What the FlinkDeployment declares, if it has one that does.</param>
/// <param name="Reason">Why it changes, or why the deployment's number does not count.</param>
public sealed record NumberChange(string Field, Option<int> Declared, Option<int> Before, Option<int> After, string Reason);
