using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>What Flink tells of a TaskManager.</summary>
sealed record GetTaskManagerDetails(string Cluster, string TaskManager) : IRequest<Reply>;

sealed class GetTaskManagerDetailsHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<GetTaskManagerDetails, Reply>
{
    public Task<Reply> Handle(GetTaskManagerDetails request, CancellationToken cancellationToken) =>
        jobManagers.OfTaskManager(lookup, request.Cluster, request.TaskManager, async flink => UpstreamReplies.From(
            await flink.JsonAsync($"taskmanagers/{Uri.EscapeDataString(request.TaskManager)}", cancellationToken), "TaskManager", json => json.GetRawText()), cancellationToken);
}
