using Xunit;

// Environment variables, the system's proxy and the module's sessions are the process's own: tests that change them cannot run side by
// side.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
