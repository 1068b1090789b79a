namespace Toolbox.Core.Tests.Exploration.Model;

enum PodLife : byte { None, Pending, Running, Ended, Leaving }
