using System.Text;

namespace SigmaPS.Core.Auth;

/// <summary>The small pages that the browser sees when it returns. They load nothing and repeat nothing of the request.</summary>
internal static class LoopbackPage
{
    public static byte[] Done { get; } = Page("200 OK", "Sigma has responded", "You can close this window and return to PowerShell.");

    public static byte[] Refused { get; } = Page(
        "200 OK", "The sign-in was not completed", "You can close this window. PowerShell shows the reason.");

    public static byte[] Mismatch { get; } = Page(
        "400 Bad Request",
        "This response does not belong to the pending sign-in",
        "It was ignored. PowerShell still waits for the sign-in.");

    public static byte[] NotFound { get; } = Page("404 Not Found", "Not found", "There is nothing at this address.");

    // The policy forbids the page to load anything; no-referrer keeps the code out of a later request of the browser.
    private static byte[] Page(string status, string title, string text)
    {
        var body = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>SigmaPS: " + title + "</title></head><body><h1>"
            + title + "</h1><p>" + text + "</p></body></html>";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n"
                + "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
                + "Content-Security-Policy: default-src 'none'\r\n\r\n" + body);
    }
}
