namespace Toolbox.Api.Rest.Resources;

/// <summary>Names in paths that are handed on to the API server or to Flink.</summary>
static class PathName
{
    // A resource with any other name cannot exist (RFC 1123); asking the API server for it would only give a stranger path.
    public static bool CanExist(string name) =>
        name.Length is > 0 and <= 253 && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.')
        && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);

    /// <summary>Ids of TaskManagers: hexadecimal, or host, port and a suffix.</summary>
    public static bool IsTaskManagerId(string id) =>
        id.Length is > 0 and <= 300 && id.Any(char.IsAsciiLetterOrDigit) && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or ':' or '-' or '_' or '[' or ']');
}
