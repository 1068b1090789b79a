using Toolbox.Core.Resources;

namespace Toolbox.Core.Tests.Situations;

/// <summary>A situation and what was decided about it.</summary>
/// <param name="State">The state after the decision, where the resource has a machine.</param>
sealed record DecidedSituation(string Name, string Expected, string Rule, SupervisorStatus? State, string Text);
