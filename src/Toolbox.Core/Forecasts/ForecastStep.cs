using LanguageExt;
using Toolbox.Core.Commands;

namespace Toolbox.Core.Forecasts;

/// <summary>One decision of a forecast that changed something.</summary>
/// <param name="Message">Why, in one sentence.</param>
/// <param name="Before">State before; empty where there is no machine.</param>
/// <param name="After">State after.</param>
/// <param name="Refusal">What is refused by it, or empty.</param>
public sealed record ForecastStep(
    ModelSubject Subject, string Rule, string Message, string Before, string After, string Refusal, Seq<Command> Commands);
