using System.Net.Http.Headers;

namespace Toolbox.Flink.Transport;

/// <summary>The multipart body of an upload: streamed, one file part, headers in the plain form that all versions of Flink read.</summary>
static class JarContent
{
    public static MultipartFormDataContent Create(Stream jar, string name)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + boundary);
        var part = new StreamContent(jar, 64 * 1024);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/x-java-archive");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"jarfile\"; filename=\"{Plain(name)}\"");
        form.Add(part);
        return form;
    }

    static string Plain(string name) => new([.. name.Select(letter => letter is '"' or '\\' or '/' || char.IsControl(letter) ? '_' : letter)]);
}
