using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Plans;

/// <summary>One resource as it is, and as it would be once a document is applied.</summary>
/// <param name="Before">Its spec now; nothing when it does not exist yet.</param>
/// <param name="After">Its spec as the API server would store it.</param>
/// <param name="Request">What its annotations would ask for.</param>
public sealed record PlannedChange(ModelSubject Subject, Option<JsonElement> Before, JsonElement After, RequestAnnotation Request);
