using System;

namespace SigmaPS.Sandbox;

/// <summary>One step of the walk: what a user types, and what must be so afterwards.</summary>
/// <param name="Title">What the step is for.</param>
/// <param name="Command">What a user types.</param>
/// <param name="Promise">What must be so afterwards, in words.</param>
/// <param name="Holds">Whether it is, seen from the organisation's side.</param>
/// <param name="IsRefused">Whether the command is meant to end in an error.</param>
internal sealed record WalkStep(string Title, string Command, string Promise, Func<SandboxServer, bool> Holds, bool IsRefused = false);
