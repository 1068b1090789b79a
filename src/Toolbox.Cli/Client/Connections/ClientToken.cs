namespace Toolbox.Cli.Client.Connections;

/// <summary>The bearer token with which a client command says who it is.</summary>
static class ClientToken
{
    /// <summary>Name of the environment variable that holds the token where no file is named.</summary>
    public const string Variable = "FLINKCTL_TOKEN";

    /// <param name="file">Null or the file named on the command line; read anew by every command, since tokens in files are renewed.</param>
    /// <param name="address">Where the token would be sent: it travels in the open only to this machine.</param>
    /// <returns>Null where there is no token.</returns>
    /// <exception cref="RefusalException">The file cannot be read, the token cannot be one, or it would travel in the open.</exception>
    public static string? Read(string? file, Uri address)
    {
        var source = file is null ? Variable : $"--token-file {file}";
        var text = file is null ? Environment.GetEnvironmentVariable(Variable) : Content(file);
        if (file is null && string.IsNullOrEmpty(text)) return null;
        var token = text!.Trim();
        if (token.Length == 0 || !token.All(sign => sign is > ' ' and <= '~'))
            throw new RefusalException($"{source}: one token is needed, as `kubectl create token` gives it");
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new RefusalException($"{source}: a token is sent to {address.Host} over HTTPS only; --truststore-path turns it on");
        return token;
    }

    static string Content(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"--token-file {file}: {error.Message}", error);
        }
    }
}
