using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>The TaskManagers that Flink knows.</summary>
sealed record ListTaskManagers(string Cluster) : IRequest<Reply>;

sealed class ListTaskManagersHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<ListTaskManagers, Reply>
{
    public Task<Reply> Handle(ListTaskManagers request, CancellationToken cancellationToken) =>
        jobManagers.Of(lookup, request.Cluster, async flink => UpstreamReplies.From(
            await flink.JsonAsync("taskmanagers", cancellationToken), "Cluster",
            json => json.TryGetProperty("taskmanagers", out var list) ? list.GetRawText() : "[]"), cancellationToken);
}
