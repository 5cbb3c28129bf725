namespace SigmaPS.Sandbox;

/// <summary>What the service does with ids on a write. Sources disagree (sigma-api.md section 5), so each reading can be chosen.</summary>
public enum IdMode
{
    /// <summary>Every id the client sends comes back verbatim, on POST and PUT.</summary>
    Preserve,

    /// <summary>POST remaps all ids to ten characters, cross references resolved; PUT keeps the ids the model already has and remaps new ones.</summary>
    RemapNew,

    /// <summary>PUT gives the pages new ids; elements, columns and all below keep theirs. POST keeps all.</summary>
    ReassignPages,

    /// <summary>PUT gives the elements new ids, cross references resolved; the rest keeps its ids. POST keeps all.</summary>
    ReassignElements,
}
