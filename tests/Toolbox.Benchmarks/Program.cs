using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Toolbox.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
