namespace Toolbox.Core.Resources;

/// <summary>What a user may ask for with the annotation <c>operator.nextbreakpoint.com/requested-action</c>.</summary>
public enum RequestedAction { None, Start, Stop, TriggerSavepoint, ForgetSavepoint }
