using Toolbox.Core.Job;
using Toolbox.Core.Tests.Fixtures;
using static Toolbox.Core.Tests.Fixtures.Jobs;

namespace Toolbox.Core.Tests.Situations;

static class JobTerminated
{
    public static JobSnapshot NothingIsLeft_RemoveFinalizer => ATerminatedJob();
    public static JobSnapshot TheFinalizerIsGone_NothingToDo => ATerminatedJob().WithoutFinalizer();
}
