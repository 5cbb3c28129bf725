namespace SigmaPS.Sandbox;

/// <summary>One thing the sandbox does as the service does it.</summary>
/// <param name="Name">The name a test refers to.</param>
/// <param name="Source">The fact sheet and section it comes from; "choice" where the sheets leave it open and the sandbox had to choose.</param>
/// <param name="Says">One plain sentence.</param>
public sealed record Behaviour(string Name, string Source, string Says);
