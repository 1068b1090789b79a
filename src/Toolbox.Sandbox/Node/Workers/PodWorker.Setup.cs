using k8s.Models;

namespace Toolbox.Sandbox.Node.Workers;

public sealed partial class PodWorker
{
    /// <summary>Address, volumes and token; true once all are there. A token that grows old is renewed on the way.</summary>
    async Task<bool> SetUpAsync(V1Pod pod)
    {
        var now = services.Now;
        if (surroundings is not null && now < tokenDue)
            return true;
        if (now < setupNotBefore)
            return surroundings is not null;
        address ??= services.Addresses.Take();
        var answer = address is null
            ? new SetupAnswer.NotYet("FailedCreatePodSandBox", $"no free address in {services.Options.Addresses.Text} on this machine")
            : await setup.MakeAsync(pod, address, stop.Token);
        switch (answer)
        {
            case SetupAnswer.Done done:
                surroundings = done;
                setupFailures = 0;
                tokenDue = PodSetup.NeedsToken(pod) ? now + PodSetup.TokenAge(pod) : DateTime.MaxValue;
                return true;
            case SetupAnswer.NotYet problem:
                services.Events.Warning(pod, problem.Reason, problem.Message);
                var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(setupFailures++, 10)));
                setupNotBefore = now + (delay < LongestSetupRetry ? delay : LongestSetupRetry);
                break;
        }

        return surroundings is not null;
    }
}
