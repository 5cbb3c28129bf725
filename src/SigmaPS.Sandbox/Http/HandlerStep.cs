using System;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Runs a handler under the organization's lock and writes its response; errors have the published body.</summary>
internal static class HandlerStep
{
    public static RequestDelegate For(SandboxOrganization organization, Func<ApiRequest, Answer> handler, bool needsToken = true) =>
        async http =>
        {
            try
            {
                if (http.Request.HasFormContentType)
                {
                    await http.Request.ReadFormAsync(http.RequestAborted);
                }

                await AnswerWriter.WriteAsync(http, organization.Options, Run(http, organization, handler, needsToken));
            }
            catch (ApiProblem problem)
            {
                await AnswerWriter.WriteAsync(http, problem);
            }
        };

    private static Answer Run(HttpContext http, SandboxOrganization organization, Func<ApiRequest, Answer> handler, bool needsToken)
    {
        lock (organization.Gate)
        {
            if (needsToken && !BearsToken(http, organization))
            {
                throw ApiProblem.Unauthorized();
            }

            return handler(new ApiRequest(http, organization));
        }
    }

    private static bool BearsToken(HttpContext http, SandboxOrganization organization)
    {
        string header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && organization.Tokens.IsAccess(header["Bearer ".Length..].Trim());
    }
}
