namespace Toolbox.Operator.Monitoring;

/// <summary>What has to be done once something is no longer measured.</summary>
sealed class Closing(Action close) : IDisposable
{
    public void Dispose() => close();
}
