using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Forecasts;

namespace Toolbox.Core.Plans;

/// <summary>Why something happens: the words of the decision that begins it.</summary>
static class Reasons
{
    /// <summary>Of the first step that leaves its state, else of the first that scales, else of the first that does anything.</summary>
    public static string Of(Seq<ForecastStep> steps) =>
        (steps.Find(step => step.Before != step.After)
            || steps.Find(step => step.Commands.Exists(command => command is Command.Kubernetes.ScaleTaskManagers))
            || steps.Find(step => !step.Commands.IsEmpty)
            || steps.HeadOrNone()).Map(step => step.Message).IfNone("");
}
