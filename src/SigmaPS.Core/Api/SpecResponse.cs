using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Api;

/// <summary>Converts a YAML response to JSON. The service has sent YAML although the request accepted only JSON (sigma-api 4.3).</summary>
internal static class SpecResponse
{
    /// <summary>Returns a JSON response unchanged, and a YAML response as JSON.</summary>
    /// <exception cref="SigmaEngineException">The YAML cannot be parsed.</exception>
    public static ApiResponse AsJson(ApiResponse answer, string id)
    {
        if (answer.ContentType.IndexOf("yaml", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return answer;
        }

        try
        {
            return new ApiResponse(
                answer.Status,
                "application/json",
                SpecFile.Text(SpecYaml.Parse(answer.Text), SpecFormat.Json),
                answer.RequestId);
        }
        catch (JsonSyntaxException e)
        {
            throw ApiErrors.UnreadableYaml(answer, id, e);
        }
    }
}
