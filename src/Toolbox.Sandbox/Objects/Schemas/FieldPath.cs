using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Objects;

/// <summary>Where a walk through an object is. Its text is made only when an error needs it, because most objects have none.</summary>
internal sealed class FieldPath
{
    readonly List<(string Name, int Index)> steps = [];

    public void Enter(string name) => steps.Add((name, -1));

    public void Enter(int index) => steps.Add(("", index));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>Like <c>spec.parts[0].name</c>; empty at the root.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in steps)
        {
            if (index >= 0) text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (text.Length == 0) text.Append(name);
            else text.Append('.').Append(name);
        }
        return text.ToString();
    }

    public string Child(string name) => steps.Count == 0 ? name : $"{this}.{name}";
}
