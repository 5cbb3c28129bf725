using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace SigmaPS.Sandbox;

/// <summary>The HTML of the login page. It states that it is a sandbox, and works without scripts.</summary>
internal static class SignInHtml
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 30rem; margin: 3rem auto; padding: 0 1rem; }
        .sandbox { border: 2px solid #b35900; border-radius: .5rem; padding: .75rem 1rem; background: #fff4e5; color: #4a2600; }
        label { display: block; margin: 1rem 0 .25rem; }
        select, button { font: inherit; padding: .5rem .75rem; }
        select { width: 100%; box-sizing: border-box; }
        .buttons { display: flex; gap: .75rem; margin-top: 1.25rem; }
        """;

    /// <summary>The page with the two buttons.</summary>
    public static string Login(SignInRequest request, IEnumerable<SandboxMember> members)
    {
        IEnumerable<string> choices = members.Where(m => !m.IsArchived && !m.IsInactive)
            .Select(m => $"<option value=\"{Text(m.Id)}\">{Text($"{m.FirstName} {m.LastName} ({m.Email}), {m.MemberType}")}</option>");
        return Page(
            "Sign in to the sandbox",
            $"""
            <p><strong>{Text(request.Client.Name)}</strong> asks for access to the API as you (scope {Text(request.Scope)}).</p>
            <form method="post" action="{SignInPages.Path}">
            <input type="hidden" name="request" value="{Text(request.Id)}">
            <label for="member">Sign in as</label>
            <select id="member" name="member">{string.Concat(choices)}</select>
            <div class="buttons">
            <button name="decision" value="allow">Allow</button>
            <button name="decision" value="deny">Deny</button>
            </div>
            </form>
            """);
    }

    /// <summary>The page for a request that cannot return to its client.</summary>
    public static string Refusal(string text) => Page("The sign-in was not started", $"<p>{Text(text)}</p>");

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
        <style>{Style}</style></head>
        <body>
        <p class="sandbox" role="note"><strong>This is a sandbox.</strong> It is not Sigma: it runs on this machine,
        its people are invented, and it asks for no password.</p>
        <h1>{title}</h1>
        {body}
        </body>
        </html>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
