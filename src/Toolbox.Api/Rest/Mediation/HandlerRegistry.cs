using MediatR;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Mediation;

/// <summary>Handlers by the type that the mediator asks for; there is no scanning, which the native executable could not do.</summary>
sealed class HandlerRegistry
{
    readonly Dictionary<Type, object> _services = [];

    public void Add<TRequest>(IRequestHandler<TRequest, Reply> handler) where TRequest : IRequest<Reply>
    {
        _services.Add(typeof(IRequestHandler<TRequest, Reply>), handler);
        // The mediator asks for behaviours around each request, too; there are none.
        _services.Add(typeof(IEnumerable<IPipelineBehavior<TRequest, Reply>>), Array.Empty<IPipelineBehavior<TRequest, Reply>>());
    }

    /// <exception cref="KeyNotFoundException">A request without a handler: an error in the program.</exception>
    public object Resolve(Type service) => _services[service];
}
