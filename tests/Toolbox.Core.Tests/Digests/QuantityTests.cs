using CsCheck;
using Toolbox.Core.Digests;

namespace Toolbox.Core.Tests.Digests;

public sealed class QuantityTests
{
    static readonly string[] Suffixes = ["", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3", "e-3"];

    [Theory]
    [InlineData("0.05", "50m")]
    [InlineData("0.2", "200m")]
    [InlineData("1.0", "1")]
    [InlineData("1", "1")]
    [InlineData("0", "0")]
    [InlineData("1500m", "1500m")]
    [InlineData("2000m", "2")]
    [InlineData("2048Mi", "2Gi")]
    [InlineData("1000Mi", "1000Mi")]
    [InlineData("1024Gi", "1Ti")]
    [InlineData("1.5Gi", "1610612736")]
    [InlineData("1000", "1k")]
    [InlineData("1500M", "1500M")]
    [InlineData("1000M", "1G")]
    [InlineData("1e3", "1e3")]
    [InlineData("1000e3", "1e6")]
    [InlineData("-0.5", "-500m")]
    public void Quantity_has_one_text(string text, string canonical) => Assert.Equal(canonical, Quantity.Canonical(text));

    [Theory]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("1Zi")]
    [InlineData("1.2.3")]
    [InlineData("1e99999")]
    [InlineData("0.0000000000001")]
    [InlineData("2048Ei")]
    public void What_is_no_quantity_stays_as_it_is(string text) => Assert.Equal(text, Quantity.Canonical(text));

    [Fact]
    public void Canonical_text_is_stable() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 9].Select(index => Suffixes[index])).Sample((number, suffix) =>
        {
            var canonical = Quantity.Canonical($"{number}{suffix}");
            return Quantity.Canonical(canonical) == canonical;
        });
}
