using System;
using System.Management.Automation;

namespace SigmaPS.Workflows;

/// <summary>The build agent that runs this process, as its environment variables show.</summary>
internal static class BuildAgent
{
    /// <summary>The agent's kind; None outside a build.</summary>
    public static SpecAnnotation Detect()
    {
        if (Variable("TF_BUILD") is not null)
        {
            return SpecAnnotation.AzureDevOps;
        }

        return Variable("GITHUB_ACTIONS") is null ? SpecAnnotation.None : SpecAnnotation.GitHub;
    }

    /// <summary>The folder of the sources: agents identify a file by its path from there. Outside a build, the current folder.</summary>
    /// <param name="cmdlet">The cmdlet, for the current folder.</param>
    public static string SourceRoot(PSCmdlet cmdlet) =>
        Variable("BUILD_SOURCESDIRECTORY")
        ?? Variable("GITHUB_WORKSPACE")
        ?? cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
