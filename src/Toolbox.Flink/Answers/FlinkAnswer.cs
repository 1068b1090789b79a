namespace Toolbox.Flink;

/// <summary>What came of one call to a JobManager. Only <see cref="NotFound"/> says that something is absent; <see cref="Unreachable"/> says nothing about it.</summary>
public abstract record FlinkAnswer<T>
{
    FlinkAnswer()
    {
    }

    /// <summary>Flink answered with a value.</summary>
    public sealed record Ok(T Value) : FlinkAnswer<T>;

    /// <summary>Flink itself said that the job, TaskManager or JAR is not there.</summary>
    public sealed record NotFound(string Reason) : FlinkAnswer<T>;

    /// <summary>Flink understood and declined; the same call will be declined again.</summary>
    public sealed record Refused(int Code, FlinkError Error) : FlinkAnswer<T>;

    /// <summary>No verdict: connection, timeout, a proxy in between, a server that is starting or overloaded. A write may or may not have happened.</summary>
    public sealed record Unreachable(string Reason) : FlinkAnswer<T>;

    public FlinkAnswer<TOther> Map<TOther>(Func<T, TOther> convert) => Then(value => new FlinkAnswer<TOther>.Ok(convert(value)));

    public FlinkAnswer<TOther> Then<TOther>(Func<T, FlinkAnswer<TOther>> next) => this switch
    {
        Ok(var value) => next(value),
        NotFound(var reason) => new FlinkAnswer<TOther>.NotFound(reason),
        Refused(var code, var error) => new FlinkAnswer<TOther>.Refused(code, error),
        Unreachable(var reason) => new FlinkAnswer<TOther>.Unreachable(reason),
    };
}
