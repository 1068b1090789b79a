namespace Toolbox.KubernetesApi.Tests.Cache;

public sealed class BackoffTests
{
    [Fact]
    public void Delays_double_up_to_the_bound_and_begin_anew_after_success()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        Assert.Equal([1, 2, 4, 5, 5], Enumerable.Range(0, 5).Select(_ => (int)backoff.Failed().TotalSeconds));
        backoff.Succeeded();
        Assert.Equal(TimeSpan.FromSeconds(1), backoff.Failed());
    }
}
