using System;

namespace SigmaPS.Sandbox;

/// <summary>One step of the walk: a command and its promised result.</summary>
/// <param name="Title">The purpose of the step.</param>
/// <param name="Command">The command that a user types.</param>
/// <param name="Promise">The promised result, as a sentence.</param>
/// <param name="Holds">Checks the result in the organization.</param>
/// <param name="IsRefused">Whether the command must end in an error.</param>
internal sealed record WalkStep(string Title, string Command, string Promise, Func<SandboxServer, bool> Holds, bool IsRefused = false);
