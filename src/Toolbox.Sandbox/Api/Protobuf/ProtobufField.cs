namespace Toolbox.Sandbox.Api.Protobuf;

/// <summary>One field of a message.</summary>
/// <param name="Type">string, bytes, bool, int, time, or the name of a message.</param>
/// <param name="Pointer">The Go field is a pointer, so that a zero was meant; others are always on the wire and mean nothing when empty.</param>
sealed record ProtobufField(string Name, string Type, bool Repeated, bool Map, bool Pointer);
