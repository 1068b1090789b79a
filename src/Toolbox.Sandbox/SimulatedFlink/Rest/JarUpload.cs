using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>POST /jars/upload: exactly one file part whose name ends in `.jar`, written to disk as it comes.</summary>
sealed class JarUpload(SimulatedCluster cluster, JarStore jars)
{
    public async Task<Answer> ReceiveAsync(HttpContext context)
    {
        var reader = Open(context.Request);
        UploadedJar? uploaded = null;
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            var name = FileName(section) ?? throw Refusal("Unexpected form field in the upload.");
            if (uploaded is not null) throw Refusal("Exactly 1 file must be sent, received 2.");
            if (!name.EndsWith(".jar", StringComparison.Ordinal)) throw Refusal("Only Jar files are allowed.");
            uploaded = await StoreAsync(section.Body, name, context.RequestAborted);
        }
        if (uploaded is null) throw Refusal("Exactly 1 file must be sent, received 0.");
        // Registered only when the whole request has arrived: an upload that was cut off leaves nothing in the list.
        return cluster.Look(_ =>
        {
            jars.Add(uploaded);
            return Answer.Ok(new JsonObject { ["filename"] = uploaded.File, ["status"] = "success" });
        });
    }

    MultipartReader Open(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { HasValue: true } boundary)
            return new MultipartReader(boundary.Value!, request.Body);
        throw Refusal("Exactly 1 file must be sent, received 0.");
    }

    async Task<UploadedJar> StoreAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        var (id, now) = cluster.Look(c => ($"{new Guid(Convert.FromHexString(c.NewId()))}_{name}", c.Now.ToUnixTimeMilliseconds()));
        Directory.CreateDirectory(jars.Folder);
        var file = Path.Combine(jars.Folder, id);
        await using (var target = File.Create(file)) await content.CopyToAsync(target, cancellationToken);
        return new UploadedJar(id, name, file, now);
    }

    static string? FileName(MultipartSection section)
    {
        if (section.GetContentDispositionHeader() is not { } header) return null;
        var name = header.FileNameStar.HasValue ? header.FileNameStar : header.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value?.Split('/', '\\')[^1];
    }

    FlinkRestException Refusal(string message) => FlinkRestException.Handled(cluster.Version, 400, message);
}
