namespace SigmaPS.Sandbox;

/// <summary>How a write treats IDs. The sources contradict each other (sigma-api.md section 5), so each variant can be chosen.</summary>
public enum IdMode
{
    /// <summary>POST and PUT keep every ID of the client.</summary>
    Preserve,

    /// <summary>POST remaps all IDs to ten characters and updates the references. PUT keeps the IDs that the model already has and remaps
    /// new ones.</summary>
    RemapNew,

    /// <summary>PUT reassigns the IDs of pages; elements, columns and other items keep theirs. POST keeps all.</summary>
    ReassignPages,

    /// <summary>PUT reassigns the IDs of elements and updates the references; other items keep theirs. POST keeps all.</summary>
    ReassignElements,
}
