using LanguageExt;
using Toolbox.Core.Forecasts;

namespace Toolbox.Core.Plans;

/// <summary>What becomes of a resource's spec.</summary>
/// <param name="By">"file", or the FlinkDeployment whose operator writes it.</param>
public sealed record PlannedResource(
    ModelSubject Subject, string By, PlannedAction Action, Seq<DigestChange> Digests, Seq<FieldChange> Fields, Seq<NumberChange> Numbers);
