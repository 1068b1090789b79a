namespace Toolbox.Sandbox.Node.Containers;

/// <summary>A container that was started, whatever it consists of.</summary>
public interface IRunningContainer
{
    /// <summary>Completes with the exit code when the container has ended; never fails.</summary>
    Task<int> Exit { get; }

    /// <summary>Asks it to end, as SIGTERM does.</summary>
    void Terminate();

    /// <summary>Ends it at once, as SIGKILL does.</summary>
    void Kill();

    /// <summary>Lets its processes stand still, as SIGSTOP does. False where it has none of its own.</summary>
    bool Pause();

    /// <summary>Lets them go on, as SIGCONT does.</summary>
    bool Resume();
}
