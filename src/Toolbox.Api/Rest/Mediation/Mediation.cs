using System.Diagnostics.CodeAnalysis;
using MediatR;
using Toolbox.Api.Rest.Clusters;
using Toolbox.Api.Rest.Deployments;
using Toolbox.Api.Rest.FlinkReads;
using Toolbox.Api.Rest.Jobs;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Execution;

namespace Toolbox.Api.Rest.Mediation;

/// <summary>One handler for each request, one hop from the route to it.</summary>
static class Mediation
{
    // The mediator makes this one by its type at run time.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, "MediatR.Internal.RequestHandlerWrapperImpl`2", "MediatR")]
    public static IMediator Create(RestWorld world)
    {
        var registry = new HandlerRegistry();
        var lookup = new ResourceLookup(world);
        var requests = new ResourceRequests(world, new UserWrites(world.Client, world.Namespace));
        AddDeployments(registry, lookup, requests);
        AddClusters(registry, lookup, requests);
        AddJobs(registry, lookup, requests);
        AddFlink(registry, lookup, new JobManagers(world));
        return new Mediator(registry.Resolve);
    }

    static void AddDeployments(HandlerRegistry registry, ResourceLookup lookup, ResourceRequests requests)
    {
        registry.Add(new ListDeploymentsHandler(lookup));
        registry.Add(new GetDeploymentStatusHandler(lookup));
        registry.Add(new CreateDeploymentHandler(requests));
        registry.Add(new UpdateDeploymentHandler(requests));
        registry.Add(new DeleteDeploymentHandler(requests));
    }

    static void AddClusters(HandlerRegistry registry, ResourceLookup lookup, ResourceRequests requests)
    {
        registry.Add(new ListClustersHandler(lookup));
        registry.Add(new GetClusterStatusHandler(lookup));
        registry.Add(new CreateClusterHandler(requests));
        registry.Add(new UpdateClusterHandler(requests));
        registry.Add(new DeleteClusterHandler(requests));
        registry.Add(new StartClusterHandler(lookup, requests));
        registry.Add(new StopClusterHandler(lookup, requests));
        registry.Add(new ScaleClusterHandler(requests));
    }

    static void AddJobs(HandlerRegistry registry, ResourceLookup lookup, ResourceRequests requests)
    {
        registry.Add(new ListJobsHandler(lookup));
        registry.Add(new GetJobStatusHandler(lookup));
        registry.Add(new CreateJobHandler(requests));
        registry.Add(new UpdateJobHandler(lookup, requests));
        registry.Add(new DeleteJobHandler(lookup, requests));
        registry.Add(new StartJobHandler(lookup, requests));
        registry.Add(new StopJobHandler(lookup, requests));
        registry.Add(new ScaleJobHandler(lookup, requests));
        registry.Add(new TriggerSavepointHandler(lookup, requests));
        registry.Add(new ForgetSavepointHandler(lookup, requests));
    }

    static void AddFlink(HandlerRegistry registry, ResourceLookup lookup, JobManagers jobManagers)
    {
        registry.Add(new GetJobDetailsHandler(lookup, jobManagers));
        registry.Add(new GetJobMetricsHandler(lookup, jobManagers));
        registry.Add(new GetJobManagerMetricsHandler(lookup, jobManagers));
        registry.Add(new ListTaskManagersHandler(lookup, jobManagers));
        registry.Add(new GetTaskManagerDetailsHandler(lookup, jobManagers));
        registry.Add(new GetTaskManagerMetricsHandler(lookup, jobManagers));
    }
}
