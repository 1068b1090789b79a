namespace Toolbox.Cli.Doctor;

/// <summary>How bad a finding is.</summary>
enum Severity
{
    Fine,

    /// <summary>Worth knowing; nothing has to be done.</summary>
    Note,

    /// <summary>Something does not work, or will not.</summary>
    Wrong,
}
