namespace SigmaPS;

/// <summary>The build agent for which issues are annotated.</summary>
public enum SpecAnnotation
{
    /// <summary>No annotations.</summary>
    None,

    /// <summary>Azure DevOps: ##vso[task.logissue].</summary>
    AzureDevOps,

    /// <summary>GitHub Actions: ::error, ::warning, ::notice.</summary>
    GitHub,

    /// <summary>The agent that the environment variables show (TF_BUILD or GITHUB_ACTIONS); none elsewhere.</summary>
    Auto,
}
