namespace Toolbox.Core.Resources;

/// <summary>Whether an object is in the cache, and whether it is on its way out.</summary>
public enum Presence { Absent, Present, Terminating }
