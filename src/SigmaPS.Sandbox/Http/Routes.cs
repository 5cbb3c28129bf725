using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SigmaPS.Sandbox;

/// <summary>
/// All paths of the sandbox in one list (sigma-api.md sections 4 and 6). Paths match in any case, as the service's do. All servers of a
/// process have the same ones, because the router compiles each list of paths.
/// </summary>
internal static class Routes
{
    private const string Model = "/v2/dataModels/{dataModelId}";

    private static readonly RequestDelegate Handler = Build();

    /// <summary>Responds to a request in the name of an organization.</summary>
    public static Task InvokeAsync(HttpContext http, SandboxOrganization organization)
    {
        http.Organization(organization);
        return Handler(http);
    }

    // A web application needs a server. This one is never started; the servers of the organizations call it.
    private static RequestDelegate Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        app.UseRouting();
        Map(app);
        app.UseEndpoints(_ => { });
        return ((IApplicationBuilder)app).Build();
    }

    private static void Map(WebApplication app)
    {
        On("POST", "/v2/auth/token", TokenEndpoint.Post, needsToken: false);
        On("GET", "/v2/whoami", MemberEndpoints.WhoAmI);

        On("GET", "/.well-known/oauth-protected-resource", SignInEndpoints.McpResource, needsToken: false);
        On("GET", SignInEndpoints.ResourcePath, SignInEndpoints.Resource, needsToken: false);
        On("GET", SignInEndpoints.ServerPath, SignInEndpoints.Server, needsToken: false);
        On("POST", SignInEndpoints.RegisterPath, SignInEndpoints.Register, needsToken: false);
        On("POST", SignInEndpoints.TokenPath, SignInEndpoints.Token, needsToken: false);
        app.MapGet(SignInPages.Path, (RequestDelegate)SignInPages.ShowAsync);
        app.MapPost(SignInPages.Path, (RequestDelegate)SignInPages.DecideAsync);

        On("GET", "/v2/dataModels", DataModelEndpoints.List);
        On("GET", Model, DataModelEndpoints.Get);
        On("GET", Model + "/spec", SpecEndpoints.Get);
        On("PUT", Model + "/spec", SpecEndpoints.Put);
        On("POST", "/v2/dataModels/spec", SpecEndpoints.Post);
        On("POST", "/v2/dataModels/tag", TagEndpoints.Post);
        On("GET", "/v2/tags", TagEndpoints.List);

        On("GET", Model + "/elements", ElementEndpoints.List);
        On("GET", Model + "/columns", ElementEndpoints.Columns);
        On("GET", Model + "/tags", ElementEndpoints.Tags);
        On("GET", Model + "/sources", SourceEndpoints.Sources);
        On("GET", Model + "/lineage", SourceEndpoints.Lineage);

        On("GET", Model + "/materializationSchedules", MaterializationEndpoints.Schedules);
        On("POST", Model + ":materialize", MaterializationEndpoints.Run);
        On("GET", Model + "/materializations/{materializationId}", MaterializationEndpoints.Get);

        DocumentRoutes.Map((method, path, handler, needsToken) => On(method, path, handler, needsToken));

        On("GET", "/v2/grants", GrantEndpoints.List);
        On("POST", "/v2/grants", GrantEndpoints.Post);
        On("DELETE", "/v2/grants/{grantId}", GrantEndpoints.Delete);

        On("GET", "/v2/files", FileEndpoints.List);
        On("POST", "/v2/files", FileEndpoints.Post);
        On("GET", "/v2/files/{inodeId}", FileEndpoints.Get);
        On("PATCH", "/v2/files/{inodeId}", FileEndpoints.Patch);
        On("DELETE", "/v2/files/{inodeId}", FileEndpoints.Delete);

        On("GET", "/v2/connections", ConnectionEndpoints.List);
        On("POST", "/v2/connection/{connectionId}/lookup", ConnectionEndpoints.Lookup);
        On("GET", "/v2/connections/paths", ConnectionEndpoints.Paths);
        On("GET", "/v2/connections/paths/{inodeId}", ConnectionEndpoints.Path);
        On("GET", "/v2/connections/tables/{tableId}/columns", ConnectionEndpoints.Columns);

        On("GET", "/v2/members", MemberEndpoints.List);
        On("GET", "/v2.1/members", MemberEndpoints.ListPaged);
        On("GET", "/v2/members/{memberId}", MemberEndpoints.Get);

        app.MapFallback("{**path}", HandlerStep.For(_ => throw ApiProblem.NotFound("Path")));

        void On(string method, string path, Func<ApiRequest, Answer> handler, bool needsToken = true) =>
            app.MapMethods(path, [method], (RequestDelegate)HandlerStep.For(handler, needsToken));
    }
}
