using System;

namespace SigmaPS.Sandbox;

/// <summary>An answer that is an error: status, code and message of the published error body (sigma-api.md section 3.2).</summary>
internal sealed class ApiProblem(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Sent as {"summary": …} alone, as the service's raw validator output is.</summary>
    public bool IsSummary { get; init; }

    public static ApiProblem Unauthorized(string message = "Token missing or malformed") => new(401, "unauthorized", message);

    public static ApiProblem NotFound(string what) => new(404, "not_found", what + " not found");

    public static ApiProblem Invalid(string message) => new(400, "invalid_request", message);

    public static ApiProblem Summary(string message) => new(400, "invalid_request", message) { IsSummary = true };

    /// <summary>The document is deployed from another organisation. What the service says then is not published; 403 is the sandbox's choice.</summary>
    public static ApiProblem Deployed() => new(403, "forbidden", "You do not have permission to do this");

    /// <summary>The target file is archived; PATCH restore, then again.</summary>
    public static ApiProblem Archived() => new(409, "inode_archived", "The file is archived");
}
