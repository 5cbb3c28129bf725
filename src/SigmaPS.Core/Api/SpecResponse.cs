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
    public static ApiResponse AsJson(ApiResponse response, string id)
    {
        if (response.ContentType.IndexOf("yaml", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return response;
        }

        try
        {
            return new ApiResponse(
                response.Status,
                "application/json",
                SpecFile.Text(SpecYaml.Parse(response.Text), SpecFormat.Json),
                response.RequestId);
        }
        catch (JsonSyntaxException e)
        {
            throw ApiErrors.UnreadableYaml(response, id, e);
        }
    }
}
