using System.Text.Encodings.Web;
using System.Text.Json;
using Toolbox.Core.Plans;

namespace Toolbox.Core.Tests.Plans;

/// <summary>A plan as indented JSON.</summary>
static class PlanText
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Plan plan) => PlanJson.Of(plan).ToJsonString(Readable) + "\n";
}
