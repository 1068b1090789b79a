namespace Toolbox.Flink.Tests.Contract;

[Trait("Category", "RealFlink")]
public sealed class RealFlinkContractTests(RealFlinkClusters clusters) : IClassFixture<RealFlinkClusters>
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var home in RealFlink.Homes)
                foreach (var sentence in FlinkContract.Sentences) cases.Add(home, sentence);
            return cases;
        }
    }

    [RealFlinkTheory]
    [MemberData(nameof(Cases))]
    public async Task Holds_for_the_real_flink(string home, string sentence) =>
        await FlinkContract.HoldsAsync(sentence, await clusters.For(home));
}
