using System.Reflection;
using Xunit.Sdk;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

/// <summary>A row of a theory with a version of Flink; without Flink's description of that version, the row is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
sealed class DescribedVersionAttribute : DataAttribute
{
    readonly string _version;

    public DescribedVersionAttribute(string version)
    {
        _version = version;
        var description = OpenApiTests.Description(version);
        if (!File.Exists(description)) Skip = $"Flink's description of its API is not there: {description}";
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_version]];
}
