using System.Text.RegularExpressions;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Explanations;

/// <summary>Judges the parts of a condition one by one where they are simple; what is not simple is judged as a whole by the rule itself.</summary>
static partial class ConditionParts
{
    /// <summary>The parts of a condition that failed; the whole of it where no single part can be blamed.</summary>
    public static Seq<FailedCondition> Failing(RuleCondition condition, Seq<NamedFact> facts)
    {
        var failing = Split(condition.Text).Filter(part => Judge(part, facts) == Some(false)).Map(part => Failed(part, facts)).Strict();
        var read = condition.Facts;
        return failing.IsEmpty ? Seq1(new FailedCondition(condition.Text, facts.Filter(fact => read.Contains(fact.Name)).Strict())) : failing;
    }

    /// <summary>At the commas that are in no parenthesis.</summary>
    public static Seq<string> Split(string text)
    {
        var (parts, depth, from) = (new List<string>(), 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] != ',' || depth > 0) continue;
            parts.Add(text[from..i].Trim());
            from = i + 1;
        }
        parts.Add(text[from..].Trim());
        return parts.ToSeq().Strict();
    }

    /// <summary>Nothing where a part is not one of <c>Fact</c>, <c>not Fact</c>, <c>Fact is A or B</c>, <c>Fact is not (A or B)</c>.</summary>
    public static Option<bool> Judge(string part, Seq<NamedFact> facts)
    {
        if (part == "always") return true;
        var match = Simple().Match(part);
        if (!match.Success) return None;
        var expected = match.Groups["values"].Success ? match.Groups["values"].Value.Split(" or ") : ["true"];
        return facts.Find(fact => fact.Name == match.Groups["name"].Value)
            .Map(fact => expected.Contains(fact.Value, StringComparer.OrdinalIgnoreCase) != match.Groups["not"].Success);
    }

    static FailedCondition Failed(string part, Seq<NamedFact> facts) =>
        new(part, facts.Filter(fact => fact.Name == Simple().Match(part).Groups["name"].Value).Strict());

    [GeneratedRegex(@"^(?<not>not )?(?<name>\w+)$|^(?<name>\w+) is (?<values>\w+( or \w+)*)$|^(?<name>\w+) is (?<not>not )(\()?(?<values>\w+( or \w+)*)\)?$")]
    private static partial Regex Simple();
}
