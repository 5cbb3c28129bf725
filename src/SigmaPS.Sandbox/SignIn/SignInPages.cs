using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>The login page: GET shows it, its form posts the person's decision, and the browser returns to the client (sigma-api.md
/// section 2.1, step 5).</summary>
internal static class SignInPages
{
    public const string Path = "/mcp/authorize";

    public static async Task ShowAsync(HttpContext http)
    {
        SandboxOrganization organization = http.Organization();
        IQueryCollection query = http.Request.Query;
        string redirect = query["redirect_uri"].ToString();
        RegisteredClient? client = organization.Locked(() => organization.SignIns.Client(query["client_id"].ToString()));
        if (client?.RedirectUris.Contains(redirect, StringComparer.Ordinal) != true)
        {
            await WriteAsync(http, 400, SignInHtml.Refusal("The client is not registered with this redirect address."));
            return;
        }

        string challenge = query["code_challenge"].ToString();
        if (query["response_type"] != "code" || query["code_challenge_method"] != "S256" || challenge.Length != 43)
        {
            Return(http, redirect, $"error=invalid_request&state={Uri.EscapeDataString(query["state"].ToString())}");
            return;
        }

        SignInRequest request = new(NewIds.Uuid(), client, redirect, query["state"].ToString(), challenge, query["scope"].ToString());
        organization.Locked(() => organization.SignIns.Open(request));
        await WriteAsync(http, 200, SignInHtml.Login(request, organization.Members));
    }

    public static async Task DecideAsync(HttpContext http)
    {
        SandboxOrganization organization = http.Organization();
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        SignInRequest? request = organization.Locked(() => organization.SignIns.Close(form["request"].ToString()));
        if (request is null)
        {
            await WriteAsync(http, 400, SignInHtml.Refusal("This page was used before. Start the sign-in again."));
            return;
        }

        SandboxMember member = organization.Members.FirstOrDefault(m => m.Id == form["member"]) ?? organization.ApiUser;
        string result = form["decision"] == "allow"
            ? "code=" + Uri.EscapeDataString(organization.Locked(() => organization.SignIns.IssueCode(request, member.Id)))
            : "error=access_denied&error_description=" + Uri.EscapeDataString("The person did not allow the access");
        string state = organization.Options.ReturnsWrongState ? "another" + request.State : request.State;
        Return(http, request.RedirectUri, $"{result}&state={Uri.EscapeDataString(state)}");
    }

    private static void Return(HttpContext http, string redirect, string query)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"{redirect}?{query}";
    }

    private static Task WriteAsync(HttpContext http, int status, string html)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), http.RequestAborted).AsTask();
    }
}
