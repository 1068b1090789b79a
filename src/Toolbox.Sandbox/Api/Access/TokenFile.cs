using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Users with tokens that never expire, as kube-apiserver's <c>--token-auth-file</c> has them.</summary>
static class TokenFile
{
    const int TokenName = 0, UserName = 1, Uid = 2, GroupNames = 3;

    /// <returns>Users by their tokens.</returns>
    /// <exception cref="IOException">The file cannot be read, or a line has fewer than three columns.</exception>
    public static IReadOnlyDictionary<string, UserInformation> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new IOException($"the token file {path} cannot be read: {error.Message}", error);
        }
        var users = new Dictionary<string, UserInformation>(StringComparer.Ordinal);
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split(',', GroupNames + 1, StringSplitOptions.TrimEntries);
            if (columns.Length < GroupNames || columns[TokenName].Length == 0 || columns[UserName].Length == 0)
                throw new IOException($"the token file {path} needs token,user,uid[,\"group1,group2\"] on line {number}");
            var groups = columns.Length > GroupNames ? columns[GroupNames].Trim('"').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            users[columns[TokenName]] = new UserInformation(columns[UserName], columns[Uid], [.. groups, "system:authenticated"], true);
        }
        return users;
    }
}
