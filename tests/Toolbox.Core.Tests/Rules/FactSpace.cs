using System.Reflection;
using System.Runtime.CompilerServices;
using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Rules;

/// <summary>All values that each fact can have, and facts with chosen values. A fact that follows from others is no dimension of its own.</summary>
sealed class FactSpace<TFacts> where TFacts : class
{
    readonly PropertyInfo[] _facts = [.. typeof(TFacts).GetProperties().Where(property => property.CanWrite && property.Name != "EqualityContract")];

    readonly object[][] _values;

    public FactSpace() => _values = [.. _facts.Select(fact => ValuesOf(fact.PropertyType))];

    public int Count => _facts.Length;

    public string Name(int fact) => _facts[fact].Name;

    public IReadOnlyList<object> Values(int fact) => _values[fact];

    /// <summary>Facts of which each has its first value.</summary>
    public TFacts First()
    {
        var facts = (TFacts)RuntimeHelpers.GetUninitializedObject(typeof(TFacts));
        for (var fact = 0; fact < Count; fact++) Set(facts, fact, 0);
        return facts;
    }

    public void Set(TFacts facts, int fact, int value) => _facts[fact].SetValue(facts, _values[fact][value]);

    /// <summary>Goes through all combinations of the given values; <paramref name="facts"/> has them one after the other.</summary>
    /// <param name="dimensions">Facts with those of their values that count.</param>
    public IEnumerable<int[]> Combinations(TFacts facts, IReadOnlyList<(int Fact, int[] Values)> dimensions)
    {
        var at = new int[dimensions.Count];
        foreach (var (fact, values) in dimensions) Set(facts, fact, values[0]);
        while (true)
        {
            yield return at;
            var turn = dimensions.Count - 1;
            for (; turn >= 0; turn--)
            {
                at[turn] = (at[turn] + 1) % dimensions[turn].Values.Length;
                Set(facts, dimensions[turn].Fact, dimensions[turn].Values[at[turn]]);
                if (at[turn] > 0) break;
            }
            if (turn < 0) yield break;
        }
    }

    static object[] ValuesOf(Type type)
    {
        if (type == typeof(bool)) return [false, true];
        if (type.IsEnum) return [.. Enum.GetValues(type).Cast<object>()];
        return type == typeof(Option<StopIntent>)
            ? [Option<StopIntent>.None, .. Enum.GetValues<StopIntent>().Select(intent => (object)Option<StopIntent>.Some(intent))]
            : throw new InvalidOperationException($"A fact of type {type} has no values that could be listed");
    }
}
