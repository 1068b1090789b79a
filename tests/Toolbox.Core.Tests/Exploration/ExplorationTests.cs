using Xunit.Abstractions;

namespace Toolbox.Core.Tests.Exploration;

/// <summary>Explorations with one disturbance at most. Those with more run beside them, in a class of their own.</summary>
public class ExplorationTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Settings.All.Where(setting => setting.Budget < 2).Select(setting => setting.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_reachable_state_is_safe_and_comes_to_rest(string name) => Explorations.IsSafe(name, output);
}
