using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>
/// The file system or object store that outlives simulated JobManagers: path of a savepoint or checkpoint to its state.
/// In memory, or in a folder with one JSON file for each path, so that the state also survives this process.
/// </summary>
public sealed class SimulatedStorage(string? folder = null)
{
    readonly ConcurrentDictionary<string, SimulatedState> states = new(Read(folder));
    int processes;

    /// <summary>All stored paths in the form that Flink reports (`file:/...` with one slash).</summary>
    public IReadOnlyDictionary<string, SimulatedState> States => states;

    public void Write(string path, SimulatedState state)
    {
        states[Normalize(path)] = state;
        if (folder is null) return;
        Directory.CreateDirectory(folder);
        var text = new JsonObject
        {
            ["path"] = Normalize(path),
            ["jobId"] = state.JobId,
            ["entryClass"] = state.EntryClass,
            ["checkpointId"] = state.CheckpointId,
            ["recordsProcessed"] = state.RecordsProcessed,
        }.ToJsonString();
        var file = FileOf(Normalize(path));
        File.WriteAllText(file + ".new", text);
        File.Move(file + ".new", file, overwrite: true);
    }

    public SimulatedState? Find(string path) => states.GetValueOrDefault(Normalize(path));

    public void Delete(string path)
    {
        states.TryRemove(Normalize(path), out _);
        if (folder is not null) File.Delete(FileOf(Normalize(path)));
    }

    /// <summary>Flink names local files `file:/a/b`, whatever the number of slashes in the request, and takes `_metadata` for its folder.</summary>
    public static string Normalize(string path)
    {
        var text = path.Trim().TrimEnd('/');
        if (text.EndsWith("/_metadata", StringComparison.Ordinal)) text = text[..^"/_metadata".Length];
        if (text.StartsWith('/')) text = "file:" + text;
        if (!text.StartsWith("file:", StringComparison.Ordinal)) return text;
        return "file:/" + text["file:".Length..].TrimStart('/');
    }

    internal int NextProcess() => Interlocked.Increment(ref processes);

    string FileOf(string path) => Path.Combine(folder!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32] + ".json");

    static Dictionary<string, SimulatedState> Read(string? folder)
    {
        var found = new Dictionary<string, SimulatedState>();
        if (folder is null || !Directory.Exists(folder)) return found;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var node = JsonNode.Parse(File.ReadAllText(file))!;
            found[(string)node["path"]!] = new SimulatedState(
                (string)node["jobId"]!, (string)node["entryClass"]!, (long)node["checkpointId"]!, (long)node["recordsProcessed"]!);
        }
        return found;
    }
}
