using System.Diagnostics;
using System.Threading.Tasks;
using SigmaPS.Sandbox;

namespace SigmaPS.Tests.Support;

/// <summary>A PowerShell of its own that is connected to an organization, for tests that end it or look at it from outside.</summary>
internal static class PwshProcess
{
    /// <summary>Starts a script behind the import of the module and Connect-Sigma.</summary>
    /// <param name="server">The organization.</param>
    /// <param name="script">The script.</param>
    /// <param name="before">The script before the import.</param>
    public static Process Start(SandboxServer server, string script, string before = "")
    {
        ProcessStartInfo start = new(PwshFactAttribute.Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string command = $"{before}Import-Module '{Repository.Manifest}'; Connect-Sigma; {script}";
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-Command", command })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SIGMA_BASE_URL"] = server.BaseUrl.ToString();
        start.Environment["SIGMA_CLIENT_ID"] = server.Organization.ClientId;
        start.Environment["SIGMA_CLIENT_SECRET"] = server.Organization.ClientSecret;
        return Process.Start(start)!;
    }

    /// <summary>Ends it with its children: PowerShell installed as a .NET tool does its work in one.</summary>
    public static Task EndAsync(this Process process)
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync();
    }
}
