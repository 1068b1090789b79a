namespace Toolbox.Core.Resources;

/// <summary>How far a user's request got: read, recorded in the status, and executable once the annotation has been reset.</summary>
public enum RequestFact { None, Invalid, New, NotReset, Start, Stop, TriggerSavepoint, ForgetSavepoint }
