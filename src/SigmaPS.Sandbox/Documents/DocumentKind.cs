namespace SigmaPS.Sandbox;

/// <summary>The two kinds of documents that read data models.</summary>
public enum DocumentKind
{
    Workbook,
    Report,
}
