using System.Text;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Texts that look like a Java stack trace, because clients have to read them.</summary>
static class JavaTrace
{
    const string Frame = "\n\tat org.apache.flink.runtime.rpc.pekko.PekkoRpcActor.handleRpcInvocation(PekkoRpcActor.java:318)" +
                         "\n\tat java.base/java.lang.Thread.run(Thread.java:840)";

    /// <summary>Each text is "class: message"; the first is the outermost.</summary>
    public static string Of(params IReadOnlyList<string> throwables)
    {
        var text = new StringBuilder(throwables[0]).Append(Frame);
        foreach (var cause in throwables.Skip(1))
            text.Append("\nCaused by: ").Append(cause).Append(Frame).Append("\n\t... 1 more");
        return text.Append('\n').ToString();
    }
}
