using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Names of the jobs of a cluster, none when there is no such cluster, as jobs may outlive theirs.</summary>
sealed record ListJobs(string Cluster) : IRequest<Reply>;

sealed class ListJobsHandler(ResourceLookup lookup) : IRequestHandler<ListJobs, Reply>
{
    public Task<Reply> Handle(ListJobs request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Names(lookup.JobNames(request.Cluster)));
}
