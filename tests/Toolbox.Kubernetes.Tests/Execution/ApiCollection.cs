namespace Toolbox.Kubernetes.Tests.Execution;

/// <summary>One API server for all tests of the executor; each test has a namespace of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<ApiFixture>
{
    public const string Name = "Kubernetes API";
}
