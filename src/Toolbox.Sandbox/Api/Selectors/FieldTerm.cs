namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>One term of a field selector.</summary>
readonly record struct FieldTerm(string Field, bool Equal, string Value);
