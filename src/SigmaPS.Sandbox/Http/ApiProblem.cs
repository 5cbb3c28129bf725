using System;

namespace SigmaPS.Sandbox;

/// <summary>An error response: status, code and message of the published error body (sigma-api.md section 3.2).</summary>
internal sealed class ApiProblem(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Whether it is sent as {"summary": …} alone, like the service's raw validator output.</summary>
    public bool IsSummary { get; init; }

    public static ApiProblem Unauthorized(string message = "Token missing or malformed") => new(401, "unauthorized", message);

    public static ApiProblem NotFound(string what) => new(404, "not_found", what + " not found");

    public static ApiProblem Invalid(string message) => new(400, "invalid_request", message);

    public static ApiProblem Summary(string message) => new(400, "invalid_request", message) { IsSummary = true };

    /// <summary>The document is deployed from another organization. The service's response is not published; 403 is the sandbox's
    /// choice.</summary>
    public static ApiProblem Deployed() => new(403, "forbidden", "You do not have permission to do this");

    /// <summary>The target file is archived; a client must restore it with PATCH first.</summary>
    public static ApiProblem Archived() => new(409, "inode_archived", "The file is archived");
}
