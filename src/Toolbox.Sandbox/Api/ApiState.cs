using System.Globalization;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api;

/// <summary>What all requests share.</summary>
sealed class ApiState
{
    /// <exception cref="IOException">The token file or the audit log cannot be used.</exception>
    public ApiState(ApiServerOptions options, ServerIdentity identity, ObjectJournal? journal)
    {
        Store = new ObjectStore(options.WatchWindow, journal);
        Clock = options.Clock;
        var users = options.TokenFile is { } file ? TokenFile.Read(file) : new Dictionary<string, UserInformation>();
        Tokens = new AccountTokens(identity.AccountKeyPem, options.Clock);
        Authentication = new Authentication(identity.AdministratorToken, users, Tokens, new AccountLookup(this));
        Roles = new RoleBook(this);
        Authorizer = new Authorizer(options.Authorization, Roles);
        Audit = options.AuditLogPath is { } path ? AuditLog.Open(path, options.Clock) : null;
    }

    public ObjectStore Store { get; }

    public ResourceCatalog Catalog { get; } = new();

    public TimeProvider Clock { get; }

    public Authentication Authentication { get; }

    public AccountTokens Tokens { get; }

    public RoleBook Roles { get; }

    public Authorizer Authorizer { get; }

    /// <summary>Null when nobody wants one.</summary>
    public AuditLog? Audit { get; }

    public RequestCounts Requests { get; } = new();

    /// <summary>Cancelled when the server stops, so that watches end.</summary>
    public CancellationTokenSource Stopping { get; } = new();

    /// <summary>Brings back what an earlier run kept, the served definitions first of all.</summary>
    public void Restore()
    {
        Store.Restore();
        Catalog.Reload(Objects(Catalog.View.Require("apiextensions.k8s.io", "customresourcedefinitions")).Objects.Values);
    }

    public string Now => Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public ObjectCollection Objects(ResourceType type) => Store.Collection(type.StorageKey, type.Custom is not null);
}
