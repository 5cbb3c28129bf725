using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Models written (sigma-api.md sections 4.2, 4.4 and 5).</summary>
    private static IEnumerable<Behaviour> Writing() =>
    [
        new("put-version", "sigma-api.md 4.2", "A PUT makes the next version at once and answers success and dataModelId only."),
        new("put-pages-only", "sigma-api.md 4.2", "A PUT replaces pages and ignores name, description and folderId."),
        new("put-whole", "sigma-api.md 4.2", "What a PUT leaves out is gone."),
        new("put-loses-unrepresented", "spec.md 12", "A PUT loses elements that no representation shows."),
        new("put-unknown-keys", "spec.md 14; choice", "Keys the schema does not know are accepted and kept."),
        new("put-newer-kinds", "spec.md 4", "Kinds that no sheet knows go back as they came."),
        new("put-yaml", "sigma-api.md 4.3", "A PUT takes YAML with Content-Type: application/yaml."),
        new("put-stale", "sigma-api.md 4.4; choice of status", "A PUT whose documentVersion is not the latest is 409."),
        new("put-last-wins", "sigma-api.md 4.4", "Without documentVersion, or where the service does not know it, the last write wins."),
        new("put-archived", "sigma-api.md 3.2", "A PUT to an archived model is 409 inode_archived."),
        new("put-unresolved", "sigma-api.md 3.2", "Unresolved and circular formulas are accepted."),
        new("put-unknown-function", "sigma-functions.md 2 (RB, NORM)", "A function that is not in the list, or has too few arguments, is accepted; its column has the type error."),
        new("put-over", "sigma-functions.md 2 (CALC); choice of words", "An *Over function, such as SumOver, is 400."),
        new("put-same", "spec.md 13", "Every seeded model put back unchanged is the same pages."),
        new("post-makes", "sigma-api.md 4.2", "A POST makes a model of version 1 in the folder, with kind at the end."),
        new("post-twice", "sigma-api.md 4.2", "A second POST makes a second model of the same name."),
        new("post-needs", "sigma-api.md 4.1", "A POST needs name and folderId."),
        new("tag-put", "sigma-api-endpoints.md 3; choice that a tag stands on one version", "POST tag puts a tag on a published version and answers with three ids."),
        new("ids-preserve", "sigma-api.md 5 (gitops-pc-controls, XORG)", "Ids of the client come back verbatim."),
        new("ids-remap-post", "sigma-api.md 5 (SKILL)", "POST may remap all ids to ten characters with references resolved."),
        new("ids-remap-put", "sigma-api.md 5 (SKILL)", "PUT may keep known ids and remap new ones."),
        new("ids-pages", "sigma-api.md 5 (CORPUS history)", "PUT may give pages new ids and keep the others."),
        new("ids-elements", "sigma-api.md 5 (QS powerbi)", "PUT may give elements new ids."),
    ];
}
