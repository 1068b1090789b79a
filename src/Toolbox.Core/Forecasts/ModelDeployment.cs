using System.Text.Json;
using Toolbox.Core.Deployment;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Forecasts;

/// <summary>A FlinkDeployment in a model of its namespace.</summary>
/// <param name="Spec">As the API server has it: its children are applied from it.</param>
public sealed record ModelDeployment(ResourceMetadata Metadata, JsonElement Spec, DeploymentStatus Status);
