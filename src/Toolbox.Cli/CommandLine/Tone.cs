namespace Toolbox.Cli.CommandLine;

/// <summary>How a word is meant; colours follow from it.</summary>
enum Tone
{
    Plain,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>On its way, or worth a look.</summary>
    Busy,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>At rest, or not important.</summary>
    Quiet,

    /// <summary>A title.</summary>
    Strong,
}
