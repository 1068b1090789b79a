using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Toolbox.Cli.CommandLine;

/// <summary>Options whose errors name the option, the value and what is allowed, in one line.</summary>
static class Choices
{
    /// <summary>A whole number inside of limits; 0 where the option is left out and has no initial value.</summary>
    public static Option<int> Number(string name, string description, int lowest, int highest, int? initial = null)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "number", CustomParser = result => Parse(result, name, lowest, highest) };
        if (initial is { } number) option.DefaultValueFactory = _ => number;
        return option;
    }

    /// <summary>0 or more, and not to be left out.</summary>
    public static Option<int> RequiredNumber(string name, string description)
    {
        var option = Number(name, description, 0, int.MaxValue);
        option.Required = true;
        return option;
    }

    public static Option<int?> OptionalNumber(string name, string description, int lowest, int highest) =>
        new(name) { Description = description, HelpName = "number", CustomParser = result => Parse(result, name, lowest, highest) };

    /// <summary>One of several words.</summary>
    public static Option<string?> OneOf(string name, string? alias, string description, params string[] allowed)
    {
        var option = alias is null ? new Option<string?>(name) : new Option<string?>(name, alias);
        option.Description = description;
        option.HelpName = string.Join('|', allowed);
        option.CompletionSources.Add(allowed);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && !allowed.Contains(token.Value, StringComparer.Ordinal))
                result.AddError($"{name} {token.Value}: one of {string.Join(", ", allowed)} is needed");
        });
        return option;
    }

    static int Parse(ArgumentResult result, string name, int lowest, int highest)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= lowest && number <= highest) return number;
        result.AddError(highest == int.MaxValue
            ? $"{name} {text}: a whole number, {lowest} or more, is needed"
            : $"{name} {text}: a whole number from {lowest} to {highest} is needed");
        return lowest;
    }
}
