namespace Toolbox.Operator;

/// <summary>What the probes of the process ask: it lives while its loops do, it is ready once its caches are filled.</summary>
public sealed class ProcessHealth
{
    volatile bool _ready;

    public bool IsReady => _ready;

    public void BecomeReady() => _ready = true;
}
