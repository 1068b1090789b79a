using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Asks a job to forget its savepoints; the files stay.</summary>
sealed record ForgetSavepoint(string Cluster, string Job) : IRequest<Reply>;

sealed class ForgetSavepointHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<ForgetSavepoint, Reply>
{
    public Task<Reply> Handle(ForgetSavepoint request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Job(request.Cluster, request.Job), "Job", "FORGET_SAVEPOINT", null, cancellationToken);
}
