using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Asks a job to stop, with or without a savepoint.</summary>
sealed record StopJob(string Cluster, string Job, bool WithoutSavepoint) : IRequest<Reply>;

sealed class StopJobHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<StopJob, Reply>
{
    public Task<Reply> Handle(StopJob request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Job(request.Cluster, request.Job), "Job", "STOP", request.WithoutSavepoint, cancellationToken);
}
