namespace Toolbox.Core.Resources;

/// <summary>Whether a resource's world agrees with its spec; a blank text in a status reads as <see cref="Unknown"/>.</summary>
public enum ResourceStatus { Unknown, Updating, Updated }
