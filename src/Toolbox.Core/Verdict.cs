namespace Toolbox.Core;

/// <summary>How a decision judges the resource; the conditions Ready, Reconciling, Stalled and Suspended follow from it.</summary>
public enum Verdict { Reconciling, Ready, Stalled, Suspended }
