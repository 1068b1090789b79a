using LanguageExt;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Requested actions in the spelling of the annotation, in which the status records them too.</summary>
static class RequestedActionText
{
    public static Option<RequestedAction> Read(string text) => text switch
    {
        "START" => RequestedAction.Start,
        "STOP" => RequestedAction.Stop,
        "TRIGGER_SAVEPOINT" => RequestedAction.TriggerSavepoint,
        "FORGET_SAVEPOINT" => RequestedAction.ForgetSavepoint,
        "NONE" => RequestedAction.None,
        _ => None,
    };

    public static string Write(RequestedAction action) => action switch
    {
        RequestedAction.Start => "START",
        RequestedAction.Stop => "STOP",
        RequestedAction.TriggerSavepoint => "TRIGGER_SAVEPOINT",
        RequestedAction.ForgetSavepoint => "FORGET_SAVEPOINT",
        _ => "NONE",
    };
}
