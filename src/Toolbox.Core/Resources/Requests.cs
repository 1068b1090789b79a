using LanguageExt;

namespace Toolbox.Core.Resources;

/// <summary>How a request travels from the annotation into the status.</summary>
public static class Requests
{
    public static RequestFact Fact(RequestAnnotation annotation, Option<Request> recorded) => annotation switch
    {
        RequestAnnotation.Invalid => RequestFact.Invalid,
        RequestAnnotation.Asked asked => recorded.Exists(request => request.Action == asked.Action && request.WithoutSavepoint == asked.WithoutSavepoint) ? RequestFact.NotReset : RequestFact.New,
        RequestAnnotation.Nothing => recorded.Match(request => Executable(request.Action), () => RequestFact.None),
    };

    /// <summary>The request as it is recorded; nothing when the annotation asks for nothing.</summary>
    public static Option<Request> Record(RequestAnnotation annotation, DateTimeOffset now) =>
        annotation is RequestAnnotation.Asked asked ? new Request(asked.Action, asked.WithoutSavepoint, now) : Option<Request>.None;

    /// <summary>Why a recorded request is not carried out when another one follows it; nothing when none was recorded.</summary>
    public static Option<string> Superseded(RequestAnnotation annotation, Option<Request> recorded) =>
        recorded.Map(last => $"the request {Name(last.Action)} gave way to {Text(annotation)}, which followed it");

    /// <summary>The action as users write it.</summary>
    public static string Name(RequestedAction action) => action switch
    {
        RequestedAction.Start => "START",
        RequestedAction.Stop => "STOP",
        RequestedAction.TriggerSavepoint => "TRIGGER_SAVEPOINT",
        RequestedAction.ForgetSavepoint => "FORGET_SAVEPOINT",
        _ => "NONE",
    };

    /// <summary>The annotation's text, the precondition of its reset.</summary>
    public static string Text(RequestAnnotation annotation) => annotation switch
    {
        RequestAnnotation.Invalid invalid => invalid.Text,
        RequestAnnotation.Asked asked => asked.Text,
        RequestAnnotation.Nothing => "",
    };

    static RequestFact Executable(RequestedAction action) => action switch
    {
        RequestedAction.Start => RequestFact.Start,
        RequestedAction.Stop => RequestFact.Stop,
        RequestedAction.TriggerSavepoint => RequestFact.TriggerSavepoint,
        RequestedAction.ForgetSavepoint => RequestFact.ForgetSavepoint,
        _ => RequestFact.None,
    };
}
