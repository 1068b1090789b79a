using System.Globalization;
using System.Security.Cryptography;

namespace Toolbox.Core.Tests.Rules;

/// <summary>
/// Which row of a table decides for every combination of the facts that its conditions read. Values of a fact that no condition tells apart
/// count as one. As text: the facts with their values, how much each row decides, and a digest over all combinations in their order.
/// </summary>
sealed class TruthTable<TFacts> where TFacts : class
{
    // A table with more combinations would have to be cut into smaller ones.
    const long MostCombinations = 40_000_000;

    const int Samples = 4_000;

    readonly FactSpace<TFacts> _space = new();

    readonly string _name;

    readonly IReadOnlyList<(string Name, Func<TFacts, bool> When)> _rows;

    public TruthTable(string name, IReadOnlyList<(string Name, Func<TFacts, bool> When)> rows) => (_name, _rows) = (name, rows);

    public string Text()
    {
        var read = _rows.Select(row => FactsOf(row.When)).ToArray();
        var dimensions = read.SelectMany(facts => facts).Distinct().Order().Select(fact => (Fact: fact, Classes: Classes(fact, read))).ToArray();
        var combinations = dimensions.Aggregate(1L, (product, item) => product * item.Classes.Count);
        Assert.True(combinations <= MostCombinations, $"{_name} has {combinations} combinations of facts");
        var decided = new long[_rows.Count];
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var facts = _space.First();
        var single = new byte[1];
        foreach (var _ in _space.Combinations(facts, [.. dimensions.Select(item => (item.Fact, item.Classes.Select(values => values[0]).ToArray()))]))
        {
            var row = Decides(facts);
            decided[row]++;
            single[0] = (byte)row;
            digest.AppendData(single);
        }
        var lines = new List<string> { Invariant($"{_name}: {dimensions.Length} facts in use, {combinations} combinations") };
        lines.AddRange(dimensions.Select(item => $"  {_space.Name(item.Fact)}: {string.Join(" | ", item.Classes.Select(values => Shown(item.Fact, values)))}"));
        lines.AddRange(_rows.Select((row, index) => Invariant($"{index + 1,4} {row.Name} decides {decided[index]}")));
        lines.Add($"  all of it: {Convert.ToHexStringLower(digest.GetHashAndReset())[..16]}");
        return string.Join('\n', lines) + "\n";
    }

    int Decides(TFacts facts)
    {
        for (var row = 0; row < _rows.Count; row++)
            if (_rows[row].When(facts)) return row;
        throw new InvalidOperationException($"No row of {_name} decides about {facts}");
    }

    // A condition reads a fact when another value of it can change the condition's answer.
    List<int> FactsOf(Func<TFacts, bool> when)
    {
        var (random, read, facts) = (new Random(1), new HashSet<int>(), _space.First());
        for (var sample = 0; sample < Samples; sample++)
        {
            var chosen = Enumerable.Range(0, _space.Count).Select(fact => random.Next(_space.Values(fact).Count)).ToArray();
            for (var fact = 0; fact < _space.Count; fact++) _space.Set(facts, fact, chosen[fact]);
            var answer = when(facts);
            for (var fact = 0; fact < _space.Count; fact++)
            {
                if (read.Contains(fact)) continue;
                for (var value = 0; value < _space.Values(fact).Count; value++)
                {
                    _space.Set(facts, fact, value);
                    if (when(facts) != answer) read.Add(fact);
                }
                _space.Set(facts, fact, chosen[fact]);
            }
        }
        return [.. read.Order()];
    }

    // Values that no condition tells apart, whatever the other facts that it reads.
    List<int[]> Classes(int fact, IReadOnlyList<List<int>> read) =>
    [
        .. Enumerable.Range(0, _space.Values(fact).Count).GroupBy(value => Signature(fact, value, read)).Select(group => group.ToArray()),
    ];

    string Signature(int fact, int value, IReadOnlyList<List<int>> read)
    {
        var facts = _space.First();
        _space.Set(facts, fact, value);
        var answers = Enumerable.Range(0, _rows.Count).Where(row => read[row].Contains(fact)).SelectMany(row =>
            _space.Combinations(facts, [.. read[row].Where(other => other != fact).Select(other => (other, Enumerable.Range(0, _space.Values(other).Count).ToArray()))])
                .Select(_ => _rows[row].When(facts) ? '1' : '0'));
        return string.Concat(answers);
    }

    string Shown(int fact, int[] values) => string.Join(", ", values.Select(value => $"{_space.Values(fact)[value]}"));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
