using LanguageExt;

namespace Toolbox.Core.Forecasts;

/// <summary>What follows in a namespace if everything succeeds.</summary>
/// <param name="End">The namespace at rest, or where the forecast gave up.</param>
/// <param name="ComesToRest">False: there was more to come than the forecast follows.</param>
public sealed record Forecast(ModelNamespace Begin, Seq<ForecastStep> Steps, ModelNamespace End, bool ComesToRest)
{
    public Seq<ForecastStep> Of(string kind, string name) => Steps.Filter(step => step.Subject.Kind == kind && step.Subject.Name == name).Strict();
}
