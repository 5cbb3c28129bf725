namespace SigmaPS.Sandbox;

/// <summary>A login page that waits for the person's decision.</summary>
internal sealed record SignInRequest(string Id, RegisteredClient Client, string RedirectUri, string State, string Challenge, string Scope);
