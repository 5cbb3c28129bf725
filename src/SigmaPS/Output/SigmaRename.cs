namespace SigmaPS;

/// <summary>The rename of a release plan.</summary>
public sealed class SigmaRename
{
    internal SigmaRename(Core.Release.RenameRequest rename)
    {
        Kind = rename.Item.Kind.ToString();
        DataModel = rename.DataModel;
        Element = rename.Item.Element;
        Item = rename.Item.Item;
        NewName = rename.Item.NewName;
        Safe = rename.IsSafe;
        Files = rename.Files;
    }

    /// <summary>Column, Metric or Element.</summary>
    public string Kind { get; }

    /// <summary>The data model as you specified it.</summary>
    public string DataModel { get; }

    /// <summary>The element as you specified it.</summary>
    public string Element { get; }

    /// <summary>The column or metric as you specified it; empty for an element.</summary>
    public string Item { get; }

    /// <summary>The new display name.</summary>
    public string NewName { get; }

    /// <summary>Whether the old name stays until its consumers have changed.</summary>
    public bool Safe { get; }

    /// <summary>The folder of files; $null for live models.</summary>
    public string? Files { get; }

    /// <summary>Shows the item and its new name.</summary>
    /// <returns>For example Column Orders / Region to Sales Region.</returns>
    public override string ToString() => Item.Length > 0
        ? $"{Kind} {Element} / {Item} to {NewName}"
        : $"{Kind} {Element} to {NewName}";
}
