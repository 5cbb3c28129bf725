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
            throw ReleaseErrors.OtherOrganization(environment, request.Organization);
        }

        if (environment.Host is { } host && Address(host, environment) != request.Host)
        {
            throw ReleaseErrors.OtherHost(environment, host, request.Host);
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
}
