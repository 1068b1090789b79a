namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Names and their values; inner names hide outer ones.</summary>
internal sealed record CelScope(string Name, CelValue Value, CelScope? Outer = null)
{
    public CelScope With(string name, CelValue value) => new(name, value, this);

    public CelValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope.Name == name) return scope.Value;
        return null;
    }
}
