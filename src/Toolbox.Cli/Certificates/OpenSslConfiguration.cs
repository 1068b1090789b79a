namespace Toolbox.Cli.Certificates;

/// <summary>
/// The extensions as OpenSSL's configuration, for whoever signs further certificates with the same authority:
/// <c>openssl x509 -req -in X_csr.pem -CA ca_cert.pem -CAkey ca_key.pem -CAserial ca_cert.srl -extfile openssl.cnf -extensions extend</c>.
/// </summary>
static class OpenSslConfiguration
{
    public static string Of(AlternativeNames names) => $"""
        [extend]
        subjectAltName = @alternative
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature, keyEncipherment
        extendedKeyUsage = serverAuth, clientAuth

        [alternative]
        {string.Join('\n', names.Names.Select((name, index) => $"DNS.{index + 1} = {name}").Concat(names.Addresses.Select((address, index) => $"IP.{index + 1} = {address}")))}

        """;
}
