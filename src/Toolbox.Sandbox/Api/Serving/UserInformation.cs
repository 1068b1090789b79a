namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Who sent a request.</summary>
/// <param name="MayDoEverything">False for anonymous and for impersonated users that belong to nobody known here.</param>
sealed record UserInformation(string Name, string Uid, IReadOnlyList<string> Groups, bool MayDoEverything)
{
    public static readonly UserInformation Anonymous = new("system:anonymous", "", ["system:unauthenticated"], false);
}
