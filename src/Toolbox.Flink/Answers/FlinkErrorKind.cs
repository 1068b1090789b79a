namespace Toolbox.Flink;

/// <summary>Kinds of errors, told apart by the class names in Flink's texts: Flink has no error codes.</summary>
public enum FlinkErrorKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A job with this id was submitted before to this JobManager: a repeated submission has done its work already.</summary>
    DuplicateJob,

    /// <summary>The program or a class that it needs is not in the JAR.</summary>
    ClassNotFound,

    /// <summary>The JAR id is unknown, as after a restart of the JobManager: upload again.</summary>
    JarMissing,

    /// <summary>No TaskManager slots in time.</summary>
    NoSlots,

    /// <summary>The program's main method failed, or submitted no job.</summary>
    ProgramThrew,

    /// <summary>The savepoint or checkpoint is not there, or was never completed.</summary>
    SavepointMissing,

    /// <summary>The savepoint or checkpoint is there but cannot be read.</summary>
    SavepointUnreadable,

    /// <summary>The state does not fit the program: an operator is missing, or the maximum parallelism differs.</summary>
    StateMismatch,

    /// <summary>Time-out or election inside Flink: try again, after a look at what has happened.</summary>
    Transient,

    /// <summary>This Flink version has no such call.</summary>
    NotSupported,
}
