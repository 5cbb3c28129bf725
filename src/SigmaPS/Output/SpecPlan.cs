namespace SigmaPS;

/// <summary>The proposed changes of a write to one model: the message of the information record tagged SigmaPS.Plan.</summary>
public sealed class SpecPlan
{
    private readonly string _text;

    internal SpecPlan(string dataModelId, string name, string text)
    {
        DataModelId = dataModelId;
        Name = name;
        _text = text;
    }

    /// <summary>The UUID of the model.</summary>
    public string DataModelId { get; }

    /// <summary>Its live name.</summary>
    public string Name { get; }

    /// <summary>The changes of its content; empty for a rename.</summary>
    public ItemList<SpecChange> Changes { get; internal set; } = System.Array.Empty<SpecChange>();

    /// <summary>The consumers that lose a column, metric or element that they read.</summary>
    public ItemList<SigmaUsage> Consumers { get; internal set; } = System.Array.Empty<SigmaUsage>();

    /// <summary>Shows the same text as -WhatIf, for a runbook's log.</summary>
    /// <returns>A few lines.</returns>
    public override string ToString() => _text;
}
