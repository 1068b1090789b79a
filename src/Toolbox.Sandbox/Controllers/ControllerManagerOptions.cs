using Serilog;
using Serilog.Core;

namespace Toolbox.Sandbox.Controllers;

/// <summary>How the controllers run.</summary>
public sealed record ControllerManagerOptions
{
    /// <summary>The certificate in PEM form that every namespace's config map <c>kube-root-ca.crt</c> shall hold; without it none is written.</summary>
    public string? RootCertificate { get; init; }

    /// <summary>Delay before a Job replaces a failed pod; it doubles with every failure, up to ten minutes. Kubernetes takes ten seconds.</summary>
    public TimeSpan JobFailureDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the list of resources is read again besides after changes of custom resource definitions.</summary>
    public TimeSpan DiscoveryPeriod { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ILogger Log { get; init; } = Logger.None;
}
