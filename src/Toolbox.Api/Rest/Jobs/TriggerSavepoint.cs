using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Asks a job to take a savepoint.</summary>
sealed record TriggerSavepoint(string Cluster, string Job) : IRequest<Reply>;

sealed class TriggerSavepointHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<TriggerSavepoint, Reply>
{
    public Task<Reply> Handle(TriggerSavepoint request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Job(request.Cluster, request.Job), "Job", "TRIGGER_SAVEPOINT", null, cancellationToken);
}
