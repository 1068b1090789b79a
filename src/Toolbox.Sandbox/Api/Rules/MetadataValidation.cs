using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>The rules for metadata that hold for every kind (apimachinery's ValidateObjectMeta), in the real server's order.</summary>
static partial class MetadataValidation
{
    const string NamePart =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    const string LabelValue =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    const string ServiceLabel =
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    static readonly string[] StandardFinalizers = ["orphan", "foregroundDeletion", "kubernetes"];

    public static IEnumerable<FieldError> Validate(JsonObject item, NameRule rule, bool custom)
    {
        var metadata = item.At("metadata");
        return [.. Name(metadata.TextAt("name"), rule), .. Labels(metadata), .. Annotations(metadata), .. Owners(metadata), .. Finalizers(metadata, custom)];
    }

    /// <summary>What an update may not do to the finalizers of an object that is being deleted.</summary>
    public static IEnumerable<FieldError> ValidateUpdate(JsonObject next, JsonObject live)
    {
        if (live.At("metadata", "deletionTimestamp") is null) return [];
        var added = next.TextsAt("metadata", "finalizers").Except(live.TextsAt("metadata", "finalizers")).ToList();
        if (added.Count == 0) return [];
        // The real server validates metadata of an update twice.
        var error = FieldError.Forbidden("metadata.finalizers",
            $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{string.Join(", ", added.Select(Quote))}}}");
        return [error, error];
    }

    /// <summary>Warnings for finalizers of custom resources that have no domain.</summary>
    public static IEnumerable<string> Warnings(JsonObject item) =>
        item.TextsAt("metadata", "finalizers").Where(name => !name.Contains('/') && !StandardFinalizers.Contains(name))
            .Select(name => $"metadata.finalizers: {Quote(name)}: prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers");

    public static string Quote(string text) => $"\"{text}\"";

    static IEnumerable<FieldError> Name(string? name, NameRule rule)
    {
        if (string.IsNullOrEmpty(name))
        {
            yield return FieldError.Required("metadata.name", "name or generateName is required");
            yield break;
        }
        foreach (var problem in NameProblems(name, rule)) yield return FieldError.Invalid("metadata.name", name, problem);
    }

    static IEnumerable<string> NameProblems(string name, NameRule rule)
    {
        var limit = rule is NameRule.Label or NameRule.ServiceLabel ? 63 : 253;
        switch (rule)
        {
            case NameRule.PathSegment:
                if (name is "." or ".." || name.Contains('/') || name.Contains('%')) yield return "may not contain '/' or '%'";
                yield break;
            case NameRule.Subdomain:
                if (name.Length > limit) yield return $"must be no more than {limit} characters";
                else if (!SubdomainPattern().IsMatch(name)) yield return Subdomain;
                yield break;
            case NameRule.Label or NameRule.ServiceLabel:
                if (name.Contains('.')) yield return "must not contain dots";
                else if (name.Length > limit) yield return $"must be no more than {limit} characters";
                else if (rule == NameRule.Label && !LabelPattern().IsMatch(name)) yield return Label;
                else if (rule == NameRule.ServiceLabel && !ServicePattern().IsMatch(name)) yield return ServiceLabel;
                yield break;
            default:
                throw new InvalidOperationException($"name rule {rule}");
        }
    }

    static IEnumerable<FieldError> Labels(JsonNode? metadata) => metadata.PairsAt("labels").SelectMany(label => (FieldError[])
    [
        .. QualifiedProblems(label.Key).Select(problem => FieldError.Invalid("metadata.labels", label.Key, problem)),
        .. ValueProblems(label.Value).Select(problem => FieldError.Invalid("metadata.labels", label.Value, problem)),
    ]);

    static IEnumerable<FieldError> Annotations(JsonNode? metadata)
    {
        foreach (var (key, _) in metadata.PairsAt("annotations"))
        {
            foreach (var problem in QualifiedProblems(key.ToLowerInvariant())) yield return FieldError.Invalid("metadata.annotations", key, problem);
        }
        if (metadata.PairsAt("annotations").Sum(item => (long)item.Key.Length + item.Value.Length) > 256 * 1024)
            yield return new FieldError("metadata.annotations", "FieldValueTooLong", "Too long: may not be more than 262144 bytes");
    }

    static IEnumerable<string> ValueProblems(string value)
    {
        if (value.Length > 63) yield return "must be no more than 63 bytes";
        if (value.Length > 0 && !QualifiedPattern().IsMatch(value)) yield return LabelValue;
    }

    static IEnumerable<string> QualifiedProblems(string name)
    {
        var slash = name.IndexOf('/');
        var local = name[(slash + 1)..];
        if (slash == 0) yield return "prefix part must be non-empty";
        else if (slash > 0 && !SubdomainPattern().IsMatch(name[..slash])) yield return $"prefix part {Subdomain}";
        if (local.Length == 0) yield return "name part must be non-empty";
        else if (local.Length > 63) yield return "name part must be no more than 63 bytes";
        if (!QualifiedPattern().IsMatch(local)) yield return NamePart;
    }

    static IEnumerable<FieldError> Owners(JsonNode? metadata)
    {
        var controllers = new List<string>();
        foreach (var owner in metadata.ObjectsAt("ownerReferences"))
        {
            foreach (var member in (string[])["apiVersion", "kind", "name", "uid"])
            {
                if (string.IsNullOrEmpty(owner.TextAt(member))) yield return FieldError.Invalid($"metadata.ownerReferences.{member}", "", "must not be empty");
            }
            if (owner.FlagAt("controller") == true) controllers.Add($"{owner.TextAt("kind")}/{owner.TextAt("name")}");
        }
        if (controllers.Count > 1)
            yield return new FieldError("metadata.ownerReferences", "FieldValueInvalid",
                $"Invalid value: {JsonText.Quoted(metadata.At("ownerReferences"))}: Only one reference can have Controller set to true. Found \"true\" in references for {controllers[0]} and {controllers[1]}");
    }

    static IEnumerable<FieldError> Finalizers(JsonNode? metadata, bool custom)
    {
        var index = 0;
        foreach (var finalizer in metadata.TextsAt("finalizers"))
        {
            foreach (var problem in QualifiedProblems(finalizer)) yield return FieldError.Invalid("metadata.finalizers", finalizer, problem);
            if (!custom && !finalizer.Contains('/') && !StandardFinalizers.Contains(finalizer))
                yield return FieldError.Invalid($"metadata.finalizers[{index}]", finalizer, "name is neither a standard finalizer name nor is it fully qualified");
            index++;
        }
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex SubdomainPattern();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex ServicePattern();

    [GeneratedRegex("^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$")]
    private static partial Regex QualifiedPattern();
}
