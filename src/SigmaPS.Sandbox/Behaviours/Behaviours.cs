using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>Every behavior of the service that the sandbox imitates (design.md section 8). A test fails if no request demonstrates a
/// row.</summary>
public static partial class Behaviours
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [.. Session(), .. SignIn(), .. Reading(), .. Writing(), .. Refusals(), .. Rewrites(), .. Surroundings(), .. Consumers(), .. Mishaps()];
}
