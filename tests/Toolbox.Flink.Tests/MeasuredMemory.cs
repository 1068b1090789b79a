namespace Toolbox.Flink.Tests;

/// <summary>Tests that measure the heap of this process: they run when no other test does.</summary>
[CollectionDefinition(nameof(MeasuredMemory), DisableParallelization = true)]
public sealed class MeasuredMemory;
