using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Specs;

static class SpecJson
{
    public const string SmallestCluster =
        """{"runtime":{"image":"flink:1.20"},"jobManager":{"serviceMode":"ClusterIP"},"taskManager":{"taskSlots":1},"supervisor":{"image":"flinkctl"}}""";

    public const string SmallestJob =
        """{"bootstrap":{"image":"jobs","className":"Job","jarPath":"/flink-jobs.jar"},"savepoint":{},"restart":{}}""";

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    public static T Right<T>(Either<Seq<SpecError>, T> read) =>
        read.Match(value => value, errors => throw new Xunit.Sdk.XunitException(string.Join("; ", errors)));

    public static IReadOnlyList<string> Errors<T>(Either<Seq<SpecError>, T> read) =>
        read.Match(_ => [], errors => errors.Select(error => error.ToString()).ToList());
}
