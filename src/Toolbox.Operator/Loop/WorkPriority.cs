namespace Toolbox.Operator.Loop;

/// <summary>Users' edits and changes of the world go before timers.</summary>
public enum WorkPriority { Change, Timer }
