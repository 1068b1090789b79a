namespace Toolbox.Sandbox.Api;

/// <summary>How the embedded Kubernetes API server is started.</summary>
public sealed record ApiServerOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Folder that keeps objects, certificate authority, keys and token between two runs; null keeps them in memory only.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The clock of creation times, ages, token expiry and watch timeouts.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The bearer token of the administrator; null takes that of the data folder, or a random one.</summary>
    public string? AdministratorToken { get; init; }

    /// <summary>How many changes per resource a watch may look back; older resource versions answer 410 Expired.</summary>
    public int WatchWindow { get; init; } = 20_000;

    public AuthorizationMode Authorization { get; init; }

    /// <summary>A file of users' tokens as kube-apiserver's <c>--token-auth-file</c>: lines of <c>token,user,uid,"group1,group2"</c>; null for none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Where each request is noted as one line of JSON, an Event of audit.k8s.io/v1 of level Metadata; null for nowhere.</summary>
    public string? AuditLogPath { get; init; }
}
