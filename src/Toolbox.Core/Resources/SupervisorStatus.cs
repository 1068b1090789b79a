namespace Toolbox.Core.Resources;

/// <summary>The six states of the cluster machine and the job machine; a blank text in a status reads as <see cref="Unknown"/>.</summary>
public enum SupervisorStatus { Unknown, Starting, Started, Stopping, Stopped, Terminated }
