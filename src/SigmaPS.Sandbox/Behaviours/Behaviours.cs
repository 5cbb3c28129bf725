using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>Everything the sandbox claims to do as the service does it (design.md section 8). A test fails when a row has no request that shows it.</summary>
public static partial class Behaviours
{
    public static IReadOnlyList<Behaviour> All { get; } = [.. Session(), .. Reading(), .. Writing(), .. Refusals(), .. Rewrites(), .. Surroundings(), .. Consumers(), .. Mishaps()];
}
