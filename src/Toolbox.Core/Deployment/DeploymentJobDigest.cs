using Toolbox.Core.Job;

namespace Toolbox.Core.Deployment;

/// <summary>The digests of one job as they stand in <c>status.digest.jobs</c>.</summary>
public sealed record DeploymentJobDigest(string Name, JobDigest Digest);
