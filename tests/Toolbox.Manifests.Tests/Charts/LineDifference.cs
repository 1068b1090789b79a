using System.Text;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>What a value changes in a rendered chart, as a person would compare two files: the lines that go and come, each place after the line before it.</summary>
static class LineDifference
{
    public static string Between(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var common = Common(old, now);
        var text = new StringBuilder();
        for (int i = 0, j = 0, place = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            if (j > 0 && (text.Length == 0 || place != i + j)) text.Append(' ').Append(now[j - 1]).Append('\n');
            if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1])) text.Append('-').Append(old[i++]).Append('\n');
            else text.Append('+').Append(now[j++]).Append('\n');
            place = i + j;
        }
        return text.ToString();
    }

    // The longest common rest from each pair of lines on.
    static int[,] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
