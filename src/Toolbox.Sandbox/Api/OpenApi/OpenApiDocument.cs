namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>A finished document.</summary>
/// <param name="Hash">Upper-case hexadecimal SHA-512 of the text, in URLs and ETags.</param>
sealed record OpenApiDocument(byte[] Json, string Hash, DateTimeOffset Modified);
