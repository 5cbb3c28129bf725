using System;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Release;

/// <summary>An environment is one organisation at one address: with any other one's token nothing is read, let alone written.</summary>
internal static class ReleasePin
{
    /// <summary>Compares the session with the environment.</summary>
    /// <exception cref="SigmaFaultException">They are not the same.</exception>
    public static void Check(ReleaseRequest request)
    {
        var environment = request.Environment;
        if (!string.Equals(environment.Organization.Text, request.Organization, StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong($"{environment.Where(environment.Organization)}: the environment is organisation {environment.Organization.Text}, and the session is connected to organisation {request.Organization}", request);
        }

        if (environment.Host is { } host && Address(host, environment) != request.Host)
        {
            throw Wrong($"{environment.Where(host)}: the environment is at {host.Text}, and the session is connected to {request.Host}", request);
        }
    }

    private static Uri Address(PlacedText host, ReleaseEnvironment environment)
    {
        try
        {
            return host.Text.Contains("://") ? ServiceAddress.Parse(host.Text) : ServiceAddress.Of(host.Text);
        }
        catch (SigmaFaultException e) when (e.Kind == FaultKind.InvalidAddress)
        {
            throw new SigmaFaultException(FaultKind.InvalidEnvironment, $"{environment.Where(host)}: {e.Message}", e) { Target = environment.Name };
        }
    }

    private static SigmaFaultException Wrong(string message, ReleaseRequest request) =>
        new(FaultKind.WrongOrganization, message + ". Nothing was read; connect with the credentials of the environment, or name its session with -Session.") { Target = request.Environment.Name };
}
