namespace Toolbox.Api.Security.Stores;

/// <summary>A file with certificates, as an option of the command line names it. A class, since a record would print the password.</summary>
/// <param name="kind">keystore or truststore: the options are <c>--KIND-path</c> and <c>--KIND-secret</c>.</param>
/// <param name="password">Null or empty: the file needs none.</param>
public sealed class StoreFile(string kind, string path, string? password)
{
    public string Path { get; } = path;

    public string? Password { get; } = string.IsNullOrEmpty(password) ? null : password;

    public string PathOption => $"--{kind}-path";

    public string SecretOption => $"--{kind}-secret";

    public StoreException Refuse(string reason, Exception? cause = null) => new($"{PathOption} {Path}: {reason.ReplaceLineEndings(" ")}", cause);

    public override string ToString() => $"{PathOption} {Path}";
}
