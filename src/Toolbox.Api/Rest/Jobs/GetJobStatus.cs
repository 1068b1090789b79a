using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Status of a FlinkJob.</summary>
sealed record GetJobStatus(string Cluster, string Job) : IRequest<Reply>;

sealed class GetJobStatusHandler(ResourceLookup lookup) : IRequestHandler<GetJobStatus, Reply>
{
    public Task<Reply> Handle(GetJobStatus request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Status(lookup.Job(request.Cluster, request.Job), "Job"));
}
