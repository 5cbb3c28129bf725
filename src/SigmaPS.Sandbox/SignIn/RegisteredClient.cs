using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A client that registered itself for one login.</summary>
internal sealed record RegisteredClient(string Id, string Name, IReadOnlyList<string> RedirectUris);
