using System.Text;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Members that occur twice.</summary>
public class DuplicateFieldsTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", "")]
    [InlineData("""{"a":1,"a":2}""", "a")]
    [InlineData("""{"a":1,"a":2,"a":3}""", "a")]
    [InlineData("""{"a":{"b":1,"b":2},"c":{"b":1}}""", "a.b")]
    [InlineData("""{"l":[{"x":1},{"x":1,"x":2},[{"y":1,"y":2}]]}""", "l[1].x,l[2][0].y")]
    [InlineData("""{"a":1,"a":{"b":1,"b":2}}""", "a,a.b")]
    [InlineData("""{"a":1,"a":""", "")]
    [InlineData("", "")]
    public void Duplicates_are_found_with_their_paths(string json, string paths) =>
        Assert.Equal(paths, string.Join(',', DuplicateFields.Find(Encoding.UTF8.GetBytes(json))));
}
