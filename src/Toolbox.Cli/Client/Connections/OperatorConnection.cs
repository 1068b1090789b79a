namespace Toolbox.Cli.Client.Connections;

/// <summary>Where the operator's REST API is and how to trust it.</summary>
/// <param name="Address">Base address, for example <c>http://localhost:4444/</c>.</param>
/// <param name="Tls">Null for plain HTTP.</param>
sealed record OperatorConnection(Uri Address, OperatorTls? Tls);
