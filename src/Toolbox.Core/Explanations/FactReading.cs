using LanguageExt;

namespace Toolbox.Core.Explanations;

/// <summary>Lists the facts of a record of facts. The compiler writes the record's text, so none can be forgotten.</summary>
static class FactReading
{
    /// <param name="facts">A record whose members are truth values, enumerations, or options of them.</param>
    public static Seq<NamedFact> Of<TFacts>(TFacts facts) where TFacts : class
    {
        var text = facts.ToString() ?? "";
        var members = text[(text.IndexOf('{', StringComparison.Ordinal) + 1)..text.LastIndexOf('}')];
        return members.Split(", ").Select(Read).ToSeq().Strict();
    }

    // "Name = True", "Name = Some(Stop)", "Name = None"
    static NamedFact Read(string member)
    {
        var (name, value) = (member.Split(" = ")[0].Trim(), member.Split(" = ")[1].Trim());
        return new NamedFact(name, value switch
        {
            "True" => "true",
            "False" => "false",
            "None" => "none",
            _ when value.StartsWith("Some(", StringComparison.Ordinal) => value[5..^1],
            _ => value,
        });
    }
}
