namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>A completed savepoint or checkpoint as Flink lists it; attempt 0 means that there is none.</summary>
readonly record struct Taken(byte Attempt, byte Number, DateTimeOffset Time);
