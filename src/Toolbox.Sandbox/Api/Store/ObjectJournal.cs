using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>
/// Keeps the objects in a folder: a file with one JSON line per change, which is written anew with the surviving objects at each start. A last
/// line that was cut off by a crash is left out.
/// </summary>
sealed class ObjectJournal : IDisposable
{
    const string FileName = "objects.jsonl";

    readonly string _path;
    FileStream? _file;

    ObjectJournal(string path) => _path = path;

    /// <exception cref="IOException">The folder cannot be made or used.</exception>
    public static ObjectJournal Open(string directory)
    {
        Directory.CreateDirectory(directory);
        return new ObjectJournal(Path.Combine(directory, FileName));
    }

    /// <summary>The latest version of every object that is still there, in the order of their changes.</summary>
    public IReadOnlyList<JournalEntry> Load()
    {
        var entries = new Dictionary<(string, string), JournalEntry>();
        foreach (var line in File.Exists(_path) ? File.ReadLines(_path) : [])
        {
            if (Read(line) is not { } entry) break;
            entries.Remove((entry.Collection, entry.Key));
            if (entry.Content is not null) entries[(entry.Collection, entry.Key)] = entry;
        }
        return [.. entries.Values.OrderBy(entry => entry.Version)];
    }

    /// <summary>Starts a fresh file with these objects; from then on changes are appended.</summary>
    public void Begin(IEnumerable<JournalEntry> entries)
    {
        var next = _path + ".next";
        using (var file = new FileStream(next, FileMode.Create))
        {
            foreach (var entry in entries) Write(file, entry);
        }
        File.Move(next, _path, overwrite: true);
        _file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public void Append(JournalEntry entry)
    {
        if (_file is null) return;
        Write(_file, entry);
        _file.Flush();
    }

    public void Dispose() => _file?.Dispose();

    static void Write(Stream file, JournalEntry entry)
    {
        file.Write(JsonText.Write(new JsonObject
        {
            ["version"] = entry.Version, ["collection"] = entry.Collection, ["custom"] = entry.Custom, ["key"] = entry.Key, ["object"] = entry.Content?.DeepClone(),
        }));
        file.WriteByte((byte)'\n');
    }

    static JournalEntry? Read(string line)
    {
        try
        {
            var entry = JsonText.Read(System.Text.Encoding.UTF8.GetBytes(line));
            return entry.NumberAt("version") is { } version && entry.TextAt("collection") is { } collection && entry.TextAt("key") is { } key
                ? new JournalEntry(version, collection, entry.FlagAt("custom") == true, key, entry.At("object") as JsonObject) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
