namespace Toolbox.Flink.Tests.Contract;

/// <summary>One class for each simulated version, so that they run side by side.</summary>
public abstract class SimulatedFlinkContractTests(string version)
{
    public static TheoryData<string> Sentences => [.. FlinkContract.Sentences];

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Holds(string sentence)
    {
        await using var flink = await SimulatedTarget.StartAsync(version);
        await FlinkContract.HoldsAsync(sentence, flink);
    }
}

public sealed class SimulatedFlink1x09() : SimulatedFlinkContractTests("1.9.3");

public sealed class SimulatedFlink1x14() : SimulatedFlinkContractTests("1.14.6");

public sealed class SimulatedFlink1x19() : SimulatedFlinkContractTests("1.19.1");

public sealed class SimulatedFlink1x20() : SimulatedFlinkContractTests("1.20.5");

public sealed class SimulatedFlink2x03() : SimulatedFlinkContractTests("2.3.0");
