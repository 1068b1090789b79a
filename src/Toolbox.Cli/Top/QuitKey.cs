namespace Toolbox.Cli.Top;

/// <summary>The key q ends a live view, as in other programs of this kind.</summary>
static class QuitKey
{
    /// <summary>Cancels when the key is pressed; where no keys can be read, nothing happens.</summary>
    public static void Await(CancellationTokenSource end)
    {
        if (Console.IsInputRedirected) return;
        // Nothing ends the reading of a key but a key: a thread that nobody waits for.
        new Thread(() => Read(end)) { IsBackground = true, Name = "keys" }.Start();
    }

    static void Read(CancellationTokenSource end)
    {
        try
        {
            while (Console.ReadKey(intercept: true).KeyChar is not ('q' or 'Q'))
            {
                // Other keys mean nothing here.
            }
            end.Cancel();
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or ObjectDisposedException)
        {
            // The terminal has gone away, or the view has ended meanwhile.
        }
    }
}
