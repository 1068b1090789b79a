namespace Toolbox.Core.Tests.Exploration.Model;

enum SavepointLife : byte { None, InProgress, Completed, Failed }
