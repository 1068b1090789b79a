namespace Toolbox.Api.Tests.World;

/// <summary>All tests share one API server; each has a namespace of its own.</summary>
[CollectionDefinition(nameof(ApiCollection))]
public sealed class ApiCollection : ICollectionFixture<ApiFixture>;
