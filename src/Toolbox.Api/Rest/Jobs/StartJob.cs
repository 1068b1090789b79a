using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Asks a job to start from its newest restore point or, without savepoint, empty.</summary>
sealed record StartJob(string Cluster, string Job, bool WithoutSavepoint) : IRequest<Reply>;

sealed class StartJobHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<StartJob, Reply>
{
    public Task<Reply> Handle(StartJob request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Job(request.Cluster, request.Job), "Job", "START", request.WithoutSavepoint, cancellationToken);
}
