namespace Toolbox.Sandbox.Api.Store;

enum ChangeKind
{
    Added,
    Modified,
    Deleted,
}
