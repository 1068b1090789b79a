using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.Machinery;

static class Answers
{
    /// <summary>The value of a request that had to succeed.</summary>
    /// <exception cref="RetryException">It did not.</exception>
    public static T OrRetry<T>(this Answer<T> answer, string what) =>
        answer.IsOk(out var value) ? value : throw new RetryException($"{what}: {answer.Describe()}");

    /// <summary>True when it succeeded; false when the object is not there any more, which is as good for a deletion or a clean-up.</summary>
    /// <exception cref="RetryException">Anything else happened.</exception>
    public static bool DoneOrGone<T>(this Answer<T> answer, string what)
    {
        if (answer is Answer<T>.NotFound) return false;
        answer.OrRetry(what);
        return true;
    }
}
