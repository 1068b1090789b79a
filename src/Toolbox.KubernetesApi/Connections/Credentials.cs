using System.Net.Http.Headers;

namespace Toolbox.KubernetesApi;

/// <summary>The Authorization header of a connection. A token file is looked at again after ten seconds and after every 401.</summary>
sealed class Credentials(ApiConnection connection, TimeProvider time)
{
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    readonly Lock _lock = new();
    AuthenticationHeaderValue? _header = connection.Token is { Length: > 0 } token ? Bearer(token) : null;
    long _readAt;
    bool _expired = true;

    /// <exception cref="IOException">The token file cannot be read and never could.</exception>
    public async ValueTask<AuthenticationHeaderValue?> Header(CancellationToken cancellation) =>
        connection.TokenProvider is { } provider ? await provider.GetAuthenticationHeaderAsync(cancellation)
        : connection.TokenFile is { Length: > 0 } file ? FromFile(file)
        : _header;

    /// <summary>The server refused what we sent: look at the file before the next request.</summary>
    public void Refused() => _expired = true;

    AuthenticationHeaderValue? FromFile(string file)
    {
        lock (_lock)
        {
            if (!_expired && time.GetElapsedTime(_readAt) < LookAgain) return _header;
            try
            {
                _header = Bearer(File.ReadAllText(file).Trim());
                (_readAt, _expired) = (time.GetTimestamp(), false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // While the kubelet swaps the file the old token is still good.
                if (_header is null) throw new IOException($"the token file {file} cannot be read: {exception.Message}", exception);
            }
            return _header;
        }
    }

    static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}
