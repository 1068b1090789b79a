namespace Toolbox.Cli.Client.Connections;

/// <summary>Files for a connection that both sides prove who they are on.</summary>
/// <param name="Truststore">Authorities that may have signed the operator's certificate.</param>
/// <param name="Keystore">Our own certificate with its key; null where the operator asks for none.</param>
sealed record OperatorTls(string Truststore, string TruststoreSecret, string? Keystore, string KeystoreSecret);
