namespace Toolbox.Cli.Certificates;

/// <summary>Passwords of the created files. A class, since a record would print them.</summary>
sealed class StorePasswords(string key, string keystore, string truststore)
{
    /// <summary>Of the authority's private key.</summary>
    public string Key { get; } = key;

    public string Keystore { get; } = keystore;

    public string Truststore { get; } = truststore;
}
