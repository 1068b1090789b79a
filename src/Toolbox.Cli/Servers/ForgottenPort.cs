using System.CommandLine;

namespace Toolbox.Cli.Servers;

/// <summary>
/// Options of the port that the older supervisor opened and served nothing on. Old command lines still start; nothing listens there, so nothing is
/// unprotected either.
/// </summary>
static class ForgottenPort
{
    const string NoEffect = "Without effect: a supervisor serves its monitoring port only.";

    public static IEnumerable<Option> All() =>
    [
        new Option<int>("--port") { Description = NoEffect, DefaultValueFactory = _ => 4445 },
        .. new[] { "--keystore-path", "--keystore-secret", "--truststore-path", "--truststore-secret" }.Select(name => new Option<string?>(name) { Description = NoEffect }),
    ];
}
