using System;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Runs a handler under the lock of the request's organization and writes its response; errors have the published body.</summary>
internal static class HandlerStep
{
    public static RequestDelegate For(Func<ApiRequest, Answer> handler, bool needsToken = true) =>
        async http =>
        {
            SandboxOrganization organization = http.Organization();
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
            if (needsToken && !organization.Tokens.IsAccess(ApiRequest.Bearer(http)))
            {
                if (organization.Options.OffersBrowserLogin && http.Request.Path.Equals("/v2/whoami", StringComparison.OrdinalIgnoreCase))
                {
                    http.Response.Headers.WWWAuthenticate = SignInEndpoints.Challenge(new ApiRequest(http, organization).Address);
                }

                throw ApiProblem.Unauthorized();
            }

            return handler(new ApiRequest(http, organization));
        }
    }
}
