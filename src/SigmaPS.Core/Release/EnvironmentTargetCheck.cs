using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Release;

/// <summary>
/// Checks that the session belongs to the organization and the address of the environment. Otherwise, nothing is read or written.
/// </summary>
internal static class EnvironmentTargetCheck
{
    /// <summary>Compares the session with the environment.</summary>
    /// <exception cref="SigmaEngineException">They differ.</exception>
    public static void Check(ReleaseRequest request)
    {
        var environment = request.Environment;
        if (!string.Equals(environment.Organization.Text, request.Organization, StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong(
                $"{environment.Where(environment.Organization)}: the environment is organization {environment.Organization.Text}, and the "
                    + $"session is connected to organization {request.Organization}",
                request);
        }

        if (environment.Host is { } host && Address(host, environment) != request.Host)
        {
            throw Wrong(
                $"{environment.Where(host)}: the environment is at {host.Text}, and the session is connected to {request.Host}",
                request);
        }
    }

    private static Uri Address(LocatedText host, ReleaseEnvironment environment)
    {
        try
        {
            return RegionEndpoints.Parse(host.Text);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.InvalidAddress)
        {
            throw e.With(ErrorCode.InvalidEnvironment, $"{environment.Where(host)}: {e.Message}", environment.Name);
        }
    }

    private static SigmaEngineException Wrong(string message, ReleaseRequest request) =>
        new(
            ErrorCode.WrongOrganization,
            message + ". Nothing was read. Connect with the credentials of the environment, or specify its session with -Session.")
        {
            Target = request.Environment.Name,
        };
}
