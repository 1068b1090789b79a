using Microsoft.AspNetCore.Http;

namespace Toolbox.Api.Rest.Replies;

/// <summary>HTTP status codes of replies.</summary>
static class StatusCode
{
    public static int Of(Refusal refusal) => refusal switch
    {
        Refusal.Malformed => StatusCodes.Status400BadRequest,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Conflict => StatusCodes.Status409Conflict,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.UnsupportedMedia => StatusCodes.Status415UnsupportedMediaType,
        Refusal.UpstreamFailed => StatusCodes.Status502BadGateway,
        Refusal.NotReady => StatusCodes.Status503ServiceUnavailable,
        Refusal.TimedOut => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
