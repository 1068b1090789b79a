using Toolbox.Core.Cluster;
using Toolbox.Core.Job;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>One state of the explored system; times are canonical (<see cref="CanonicalTime"/>).</summary>
sealed record Node(ClusterStatus Cluster, JobStatus Job, World World);
