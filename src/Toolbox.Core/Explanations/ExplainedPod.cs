using Toolbox.Core.Resources;

namespace Toolbox.Core.Explanations;

/// <summary>A pod and what it is there for: jobmanager, taskmanager, supervisor, bootstrap.</summary>
public sealed record ExplainedPod(string Role, PodObservation Pod);
