using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Subject">What was looked at, in a word or a name.</param>
/// <param name="Text">What was seen.</param>
/// <param name="Advice">What to do; empty where all is well.</param>
sealed record Finding(Severity Severity, string Subject, string Text, string Advice)
{
    public static Finding Fine(string subject, string text) => new(Severity.Fine, subject, text, "");

    public static Finding Note(string subject, string text, string advice) => new(Severity.Note, subject, text, advice);

    public static Finding Wrong(string subject, string text, string advice) => new(Severity.Wrong, subject, text, advice);

    public void Write(Terminal terminal)
    {
        var (tone, word) = Severity switch
        {
            Severity.Fine => (Tone.Good, "ok   "),
            Severity.Note => (Tone.Busy, "note "),
            _ => (Tone.Bad, "wrong"),
        };
        terminal.Output.WriteLine($"{terminal.Paint(tone, word)}  {terminal.Paint(Tone.Strong, Subject)}: {Text.ReplaceLineEndings(" ")}");
        if (Advice.Length > 0) terminal.Output.WriteLine($"       -> {Advice}");
    }
}
