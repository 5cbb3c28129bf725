namespace SigmaPS.Core.Usage;

/// <summary>The kind of a document that reads a data model.</summary>
public enum ConsumerKind
{
    /// <summary>Another data model.</summary>
    DataModel,

    /// <summary>A workbook.</summary>
    Workbook,

    /// <summary>A report.</summary>
    Report,
}
