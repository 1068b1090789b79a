using System.Globalization;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Doctor;

/// <summary>Whether the API server answers, how old it is, and whether its clock agrees with ours.</summary>
static class ApiServerExamination
{
    /// <summary>The definitions have rules in CEL, which every server evaluates from this version on.</summary>
    const int OldestMinor = 25;

    // Leases and certificates begin to suffer; a Date header is exact to a second only.
    static readonly TimeSpan TolerableSkew = TimeSpan.FromSeconds(5);

    public static async Task<(IReadOnlyList<Finding> Findings, DateTimeOffset? Clock)> Run(KubernetesApiClient client, CancellationToken cancellation)
    {
        var answer = await client.Version(cancellation);
        if (!answer.IsOk(out var version))
            return ([Finding.Wrong("API server", $"{client.Server}: {answer.Describe()}", "check the kubeconfig, its context and the network")], null);
        var before = TimeProvider.System.GetUtcNow();
        var clock = (await client.Clock(cancellation)).IsOk(out var told) ? told : null;
        var here = before + (TimeProvider.System.GetUtcNow() - before) / 2;
        return ([Version(client, version), .. clock is { } there ? [Skew(there, here)] : Array.Empty<Finding>()], clock);
    }

    static Finding Version(KubernetesApiClient client, ServerVersion version)
    {
        var text = $"{version.GitVersion} at {client.Server}";
        var minor = new string([.. version.Minor.TakeWhile(char.IsAsciiDigit)]);
        return version.Major == "1" && int.TryParse(minor, CultureInfo.InvariantCulture, out var number) && number < OldestMinor
            ? Finding.Wrong("API server", text, $"the toolbox needs Kubernetes 1.{OldestMinor} or newer")
            : Finding.Fine("API server", text);
    }

    static Finding Skew(DateTimeOffset there, DateTimeOffset here)
    {
        var skew = (there - here).Duration();
        var text = $"this machine and the API server differ by {Math.Max(0, skew.TotalSeconds - 1):0} s";
        return skew <= TolerableSkew ? Finding.Fine("clock", text)
            : Finding.Note("clock", text, "synchronise the clocks (NTP): leases, certificates and ages depend on them");
    }
}
