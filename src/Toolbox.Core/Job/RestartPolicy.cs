namespace Toolbox.Core.Job;

/// <summary>Whether a job that ended by itself is started again.</summary>
public enum RestartPolicy { Never, Always, OnlyIfFailed }
