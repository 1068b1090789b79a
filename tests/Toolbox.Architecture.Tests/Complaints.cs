namespace Toolbox.Architecture.Tests;

static class Complaints
{
    /// <summary>Fails with what to do and every place where it has to be done.</summary>
    public static void None(IEnumerable<string> places, string whatToDo)
    {
        var found = places.ToList();
        Assert.True(found.Count == 0, $"{whatToDo}\n  {string.Join("\n  ", found)}");
    }
}
