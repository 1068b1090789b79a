namespace Toolbox.Cli.Tests.Processes;

/// <summary>A folder of one test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("toolbox-cli-tests-");

    public string Path => _folder.FullName;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Sub(name))!);
        File.WriteAllText(Sub(name), text);
        return Sub(name);
    }

    // Processes that were told to end may still remove files of theirs meanwhile.
    public void Dispose()
    {
        for (var tries = 1; Directory.Exists(Path); tries++)
        {
            try
            {
                _folder.Delete(recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                Thread.Yield();
            }
        }
    }
}
