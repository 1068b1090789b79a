namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>A Flink job in the JobManager's process; <see cref="None"/>: the process does not know it.</summary>
enum JobLife : byte { None, Pending, Running, Restarting, Cancelling, Finished, Canceled, Failed }
