namespace Toolbox.Api.Rest.Replies;

/// <summary>Why a request was not carried out; each has one HTTP status code.</summary>
public enum Refusal
{
    /// <summary>400: the body or one of its fields is wrong; the message names it.</summary>
    Malformed,

    /// <summary>404: no resource, job or TaskManager of this name.</summary>
    NotFound,

    /// <summary>409: the name is taken, or the resource is not in a state to answer.</summary>
    Conflict,

    /// <summary>413: the body is too long.</summary>
    TooLarge,

    /// <summary>415: the body is no JSON by its content type.</summary>
    UnsupportedMedia,

    /// <summary>500: an error in the program.</summary>
    Internal,

    /// <summary>502: Flink or the API server refused, or nobody answered there.</summary>
    UpstreamFailed,

    /// <summary>503: the caches are not filled yet, or no JobManager runs.</summary>
    NotReady,

    /// <summary>504: Flink or the API server did not answer in time.</summary>
    TimedOut,
}
