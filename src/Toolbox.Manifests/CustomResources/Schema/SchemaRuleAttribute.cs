namespace Toolbox.Manifests.CustomResources.Schema;

/// <summary>A rule in Kubernetes' Common Expression Language that the API server checks on every object of this type.</summary>
/// <param name="rule">Expression over <c>self</c> that is true for a valid object.</param>
/// <param name="message">What the user reads when it is false.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SchemaRuleAttribute(string rule, string message) : Attribute
{
    public string Rule { get; } = rule;

    public string Message { get; } = message;
}
