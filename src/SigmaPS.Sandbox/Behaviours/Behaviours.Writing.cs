using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Writes of models (sigma-api.md sections 4.2, 4.4 and 5).</summary>
    private static IEnumerable<Behaviour> Writing() =>
        [
            new("put-version", "sigma-api.md 4.2", "A PUT creates the next version at once and returns only success and dataModelId."),
            new("put-pages-only", "sigma-api.md 4.2", "A PUT replaces pages and ignores name, description and folderId."),
            new("put-whole", "sigma-api.md 4.2", "A PUT removes the content that it omits."),
            new("put-loses-unrepresented", "spec.md 12", "A PUT removes elements that a spec cannot represent."),
            new("put-unknown-keys", "spec.md 14; choice", "Keys outside the schema are accepted and kept."),
            new("put-newer-kinds", "spec.md 4", "Kinds outside the fact sheets are returned unchanged."),
            new("put-yaml", "sigma-api.md 4.3", "A PUT takes YAML with Content-Type: application/yaml."),
            new("put-stale", "sigma-api.md 4.4; choice of status", "A PUT whose documentVersion is not the latest is 409."),
            new("put-last-wins", "sigma-api.md 4.4", "Without documentVersion, or if the service ignores it, the last write wins."),
            new("put-archived", "sigma-api.md 3.2", "A PUT to an archived model is 409 inode_archived."),
            new("put-unresolved", "sigma-api.md 3.2", "Unresolved and circular formulas are accepted."),
            new(
                "put-unknown-function",
                "sigma-functions.md 2 (RB, NORM)",
                "A function that is not in the list, or has too few arguments, is accepted; its column has the type error."),
            new("put-over", "sigma-functions.md 2 (CALC); choice of words", "An *Over function, such as SumOver, is 400."),
            new("put-same", "spec.md 13", "Every seeded model put back unchanged is the same pages."),
            new("post-makes", "sigma-api.md 4.2", "A POST creates a model with version 1 in the folder, with kind at the end."),
            new("post-twice", "sigma-api.md 4.2", "A second POST creates a second model with the same name."),
            new("post-needs", "sigma-api.md 4.1", "A POST needs name and folderId."),
            new(
                "tag-put",
                "sigma-api-endpoints.md 3; choice that a tag is on one version",
                "POST tag sets a tag on a published version and returns three IDs."),
            new("ids-preserve", "sigma-api.md 5 (gitops-pc-controls, XORG)", "IDs of the client are returned verbatim."),
            new("ids-remap-post", "sigma-api.md 5 (SKILL)", "POST may remap all IDs to ten characters and update the references."),
            new("ids-remap-put", "sigma-api.md 5 (SKILL)", "PUT may keep known IDs and remap new ones."),
            new("ids-pages", "sigma-api.md 5 (CORPUS history)", "PUT may reassign the IDs of pages and keep the others."),
            new("ids-elements", "sigma-api.md 5 (QS powerbi)", "PUT may reassign the IDs of elements."),
        ];
}
