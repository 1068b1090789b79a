namespace Toolbox.Flink.Tests.Contract;

static class Answers
{
    /// <summary>The value of an answer that must be one.</summary>
    public static T Value<T>(this FlinkAnswer<T> answer) =>
        answer is FlinkAnswer<T>.Ok(var value) ? value : throw new InvalidOperationException($"Flink gave no value: {answer}");
}
