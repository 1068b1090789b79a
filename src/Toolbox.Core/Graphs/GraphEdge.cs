using LanguageExt;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Graphs;

/// <summary>A transition between two different states, and the rules that lead there in the order of their table.</summary>
public sealed record GraphEdge(SupervisorStatus From, SupervisorStatus To, Seq<string> Rules);
