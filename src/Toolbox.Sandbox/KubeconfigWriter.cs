namespace Toolbox.Sandbox;

/// <summary>Writes a kubeconfig, which holds a token, so that only its owner can read it.</summary>
static class KubeconfigWriter
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="SandboxException">The path cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
                // A file that is there already keeps its mode; it is narrowed before the token is in it.
                if (File.Exists(path))
                    File.SetUnixFileMode(path, OwnerOnly);
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"the kubeconfig {path} cannot be written: {exception.Message}", exception);
        }
    }
}
