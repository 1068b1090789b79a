using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Doctor;

/// <summary>What is examined.</summary>
/// <param name="Now">The API server's time where it tells it, for times that the cluster wrote.</param>
/// <param name="Content">Null when the resources cannot be read.</param>
sealed record Patient(KubernetesApiClient Client, string Namespace, DateTimeOffset Now, NamespaceContent? Content);
