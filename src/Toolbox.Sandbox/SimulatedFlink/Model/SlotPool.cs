namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>TaskManagers of the cluster and their free slots. Jobs get slots in the order of their submission, also a part of what they need.</summary>
sealed class SlotPool
{
    readonly List<SimulatedTaskManager> taskManagers = [];
    readonly List<SimulatedJob> holders = [];

    public IReadOnlyList<SimulatedTaskManager> TaskManagers => taskManagers;

    public int Total => taskManagers.Sum(item => item.Slots);

    public int Free => taskManagers.Sum(FreeOf);

    public int FreeOf(SimulatedTaskManager taskManager) => taskManager.Slots - HeldBy(taskManager).Count();

    /// <summary>The job of each used slot.</summary>
    public IEnumerable<SimulatedJob> HeldBy(SimulatedTaskManager taskManager) =>
        holders.SelectMany(job => job.Slots.Where(id => id == taskManager.Id).Select(_ => job));

    public void Add(SimulatedTaskManager taskManager)
    {
        taskManagers.RemoveAll(item => item.Id == taskManager.Id);
        taskManagers.Add(taskManager);
    }

    /// <summary>Removes a TaskManager and names the jobs that lose slots by it.</summary>
    public IReadOnlyList<SimulatedJob> Remove(string id)
    {
        taskManagers.RemoveAll(item => item.Id == id);
        var losers = holders.Where(job => job.Slots.Contains(id)).ToList();
        foreach (var job in losers) job.Slots.RemoveAll(slot => slot == id);
        return losers;
    }

    /// <summary>True when the job now holds all slots that it needs.</summary>
    public bool Fill(SimulatedJob job)
    {
        if (!holders.Contains(job)) holders.Add(job);
        while (job.Slots.Count < job.Parallelism && taskManagers.Find(item => FreeOf(item) > 0) is { } taskManager)
            job.Slots.Add(taskManager.Id);
        return job.Slots.Count >= job.Parallelism;
    }

    public void Release(SimulatedJob job)
    {
        job.Slots.Clear();
        holders.Remove(job);
    }
}
