namespace SigmaPS.Sandbox;

/// <summary>HTML pages like those of the network edge in front of the service, in place of JSON (sigma-api.md sections 3.2, 3.3).</summary>
internal static class EdgePages
{
    public const string ContentType = "text/html; charset=UTF-8";

    public const string RateLimited = """
        <!DOCTYPE html>
        <html lang="en-US">
        <head><title>Access denied | api.sigmacomputing.com used Cloudflare to restrict access</title></head>
        <body>
        <h1>Error 1015</h1>
        <p>You are being rate limited</p>
        <p>The owner of this website has banned you temporarily from accessing this website.</p>
        <footer>Cloudflare Ray ID: 8c1f2e3d4b5a6978</footer>
        </body>
        </html>
        """;

    public const string Blocked = """
        <!DOCTYPE html>
        <html lang="en-US">
        <head><title>Attention Required! | Cloudflare</title></head>
        <body>
        <h1>Sorry, you have been blocked</h1>
        <p>You are unable to access sigmacomputing.com</p>
        <footer>Cloudflare Ray ID: 8c1f2e3d4b5a6979</footer>
        </body>
        </html>
        """;
}
