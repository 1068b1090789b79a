using System.CommandLine;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>What a command that changes something leads to.</summary>
/// <param name="Subject">The resource in the words of the user, for example <c>job cluster-1/job-1</c>.</param>
/// <param name="Status">Path of its status.</param>
/// <param name="Name">Kind and name of the resource in Kubernetes, as events have them.</param>
/// <param name="Goal">What has to be seen there.</param>
sealed record ClientGoal(Func<ParseResult, string> Subject, Func<ParseResult, string> Status, Func<ParseResult, (string Kind, string Name)> Name, Goal Goal);
