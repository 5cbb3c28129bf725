using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Api;

/// <summary>The service has answered in YAML although JSON was asked for (sigma-api 4.3): that is read as well.</summary>
internal static class SpecResponse
{
    /// <summary>The answer with JSON in it; one that is JSON already is given as it is.</summary>
    /// <exception cref="SigmaEngineException">It is neither.</exception>
    public static ApiResponse AsJson(ApiResponse answer, string id)
    {
        if (answer.ContentType.IndexOf("yaml", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return answer;
        }

        try
        {
            return new ApiResponse(answer.Status, "application/json", SpecFile.Text(SpecYaml.Parse(answer.Text), SpecFormat.Json), answer.RequestId);
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, $"Sigma answered in YAML for data model {id}, and that YAML cannot be read: {e.Message}", e) { Status = answer.Status, RequestId = answer.RequestId };
        }
    }
}
