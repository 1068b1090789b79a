namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>What the supervisor's caches still show of pods and Service while they are behind.</summary>
readonly record struct Outdated(PodLife JobManager, byte JobManagerPod, byte JobManagerRestarts, bool Service, PodLife TaskManager);
