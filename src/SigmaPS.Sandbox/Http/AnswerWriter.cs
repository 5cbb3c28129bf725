using System;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace SigmaPS.Sandbox;

/// <summary>Writes a response or an error.</summary>
internal static class AnswerWriter
{
    public static Task WriteAsync(HttpContext http, SandboxOptions options, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        bool yaml = answer.MayBeYaml && WantsYaml(http, options);
        http.Response.ContentType = yaml ? "application/yaml; charset=utf-8" : "application/json; charset=utf-8";
        return SendAsync(http, yaml ? Encoding.UTF8.GetBytes(YamlWriter.Write(answer.Body)) : SpecText.Bytes(answer.Body));
    }

    public static Task WriteAsync(HttpContext http, ApiProblem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return SendAsync(
            http,
            SpecText.Bytes(
                problem.IsSummary ? new JsonObject { ["summary"] = problem.Message } : ErrorBody(http, problem.Code, problem.Message)));
    }

    public static JsonObject ErrorBody(HttpContext http, string code, string message) => new()
    {
        ["requestId"] = http.Recorded().RequestId,
        ["message"] = message,
        ["code"] = code,
    };

    // The default is JSON in the documentation. Field reports show YAML without Accept: application/json (sigma-api.md section 4.3).
    private static bool WantsYaml(HttpContext http, SandboxOptions options)
    {
        string accept = http.Request.Headers.Accept.ToString();
        return http.Fault()?.AnswerYaml == true
            || string.Equals(http.Request.Query["format"], "yaml", StringComparison.OrdinalIgnoreCase)
            || accept.Contains("yaml", StringComparison.OrdinalIgnoreCase)
            || (options.AnswersYamlWithoutAccept && !accept.Contains("application/json", StringComparison.OrdinalIgnoreCase));
    }

    private static Task SendAsync(HttpContext http, byte[] body)
    {
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
