namespace SigmaPS.Commands;

/// <summary>The format of a diagram.</summary>
public enum DiagramFormat
{
    /// <summary>Mermaid in a block of Markdown, which GitHub, GitLab and Azure DevOps draw.</summary>
    Markdown,

    /// <summary>The Mermaid text alone.</summary>
    Mermaid,

    /// <summary>An HTML page that needs only a browser.</summary>
    Html,
}
