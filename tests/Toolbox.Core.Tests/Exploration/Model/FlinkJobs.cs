using System.Numerics;

namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>The Flink jobs that a JobManager's process knows, by the attempt (1 to 15) that submitted them.</summary>
readonly record struct FlinkJobs(ulong Bits)
{
    public const int Limit = 15;

    public JobLife this[int attempt] => (JobLife)((Bits >> (attempt * 4)) & 0xF);

    public FlinkJobs With(int attempt, JobLife life) => new((Bits & ~(0xFUL << (attempt * 4))) | ((ulong)life << (attempt * 4)));

    public IEnumerable<int> Attempts => Enumerable.Range(0, Limit + 1).Where(Known);

    public IEnumerable<int> Live
    {
        get
        {
            for (var attempt = 0; attempt <= Highest; attempt++)
                if (this[attempt] is JobLife.Pending or JobLife.Running or JobLife.Restarting or JobLife.Cancelling) yield return attempt;
        }
    }

    public bool AnyRuns => Live.Any(Runs);

    int Highest => Bits == 0 ? -1 : BitOperations.Log2(Bits) / 4;

    bool Known(int attempt) => this[attempt] != JobLife.None;

    bool Runs(int attempt) => this[attempt] == JobLife.Running;
}
