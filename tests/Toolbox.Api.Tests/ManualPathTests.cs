using Toolbox.Api.Rest.Routes;

namespace Toolbox.Api.Tests;

/// <summary>Every path of the first toolbox's manual, in the spelling of its lists and of its examples.</summary>
public sealed class ManualPathTests
{
    const string Listed =
        """
        GET /deployments
        GET /deployments/{deployment}/status
        GET /clusters
        GET /cluster/{cluster}/status
        GET /cluster/{cluster}/jobs
        GET /cluster/{cluster}/jobs/{job}/status
        GET /cluster/{cluster}/jobs/{job}/details
        GET /cluster/{cluster}/jobs/{job}/metrics
        GET /cluster/{cluster}/jobmanager/metrics
        GET /cluster/{cluster}/taskmanagers
        GET /cluster/{cluster}/taskmanagers/{taskmanager}/details
        GET /cluster/{cluster}/taskmanagers/{taskmanager}/metrics
        GET /clusters/{cluster}/status
        GET /clusters/{cluster}/jobs
        GET /clusters/{cluster}/jobs/{job}/status
        GET /clusters/{cluster}/jobs/{job}/details
        GET /clusters/{cluster}/jobs/{job}/metrics
        GET /clusters/{cluster}/jobmanager/metrics
        GET /clusters/{cluster}/taskmanagers
        GET /clusters/{cluster}/taskmanagers/{taskmanager}/details
        GET /clusters/{cluster}/taskmanagers/{taskmanager}/metrics
        POST /deployments/{deployment}
        POST /clusters/{cluster}
        POST /clusters/{cluster}/jobs/{job}
        DELETE /deployments/{deployment}
        DELETE /clusters/{cluster}
        DELETE /clusters/{cluster}/jobs/{job}
        DELETE /clusters/{cluster}/jobs/{job}/savepoint
        PUT /deployments/{deployment}
        PUT /clusters/{cluster}
        PUT /clusters/{cluster}/jobs/{job}
        PUT /clusters/{cluster}/start
        PUT /clusters/{cluster}/stop
        PUT /clusters/{cluster}/scale
        PUT /clusters/{cluster}/jobs/{job}/start
        PUT /clusters/{cluster}/jobs/{job}/stop
        PUT /clusters/{cluster}/jobs/{job}/scale
        PUT /clusters/{cluster}/jobs/{job}/savepoint
        PUT /clusters/{cluster}/jobs/{job}/savepoint/trigger
        PUT /clusters/{cluster}/jobs/{job}/savepoint/forget
        """;

    [Fact]
    public void All_are_served()
    {
        var served = RouteTable.All.Select(route => $"{route.Method} {route.Path}").ToHashSet();
        Assert.All(Listed.Split('\n', StringSplitOptions.TrimEntries), line => Assert.Contains(line, served));
    }
}
