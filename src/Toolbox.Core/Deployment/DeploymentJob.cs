using LanguageExt;
using Toolbox.Core.Job;

namespace Toolbox.Core.Deployment;

/// <summary>One entry of <c>spec.jobs</c>.</summary>
/// <param name="SpecDigest">Digest of the job's whole spec except its parallelism, which others may write too.</param>
public sealed record DeploymentJob(string Name, JobSpec Spec, string SpecDigest, Option<int> DeclaresParallelism);
