namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>Version of the simulated Flink; answers differ by major and minor number only.</summary>
readonly record struct SimulatedVersion(string Text, int Major, int Minor)
{
    public static SimulatedVersion Parse(string text)
    {
        var parts = text.Split('.', '-');
        if (parts.Length >= 2 && int.TryParse(parts[0], out var major) && int.TryParse(parts[1], out var minor))
            return new SimulatedVersion(parts.Length >= 3 ? text : text + ".0", major, minor);
        throw new ArgumentException($"Flink version '{text}' is not of the form MAJOR.MINOR.PATCH, as 1.20.5.", nameof(text));
    }

    public bool AtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);
}
