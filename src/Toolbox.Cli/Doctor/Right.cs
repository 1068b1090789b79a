using System.Text.Json.Nodes;

namespace Toolbox.Cli.Doctor;

/// <summary>Something that an account may do with a resource of a namespace.</summary>
/// <param name="Resource">With its subresource, for example <c>flinkjobs/status</c>.</param>
sealed record Right(string Group, string Resource, string Verb)
{
    public override string ToString() => $"{Verb} {Resource}";

    public JsonObject Attributes(string @namespace) => new()
    {
        ["namespace"] = @namespace, ["group"] = Group, ["verb"] = Verb,
        ["resource"] = Resource.Split('/')[0], ["subresource"] = Resource.Split('/') is [_, var subresource] ? subresource : "",
    };
}
