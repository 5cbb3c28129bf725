namespace SigmaPS.Sandbox;

/// <summary>One behavior of the service that the sandbox imitates.</summary>
/// <param name="Name">The name a test refers to.</param>
/// <param name="Source">The fact sheet and section; "choice" if the sheets leave it open, so that the sandbox had to choose.</param>
/// <param name="Says">The behavior in one sentence.</param>
public sealed record Behaviour(string Name, string Source, string Says);
