using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Reads of models (sigma-api.md sections 4.1 to 4.3; spec.md sections 1, 12, 13).</summary>
    private static IEnumerable<Behaviour> Reading() =>
        [
            new("models-list", "sigma-api.md 4.1", "GET dataModels gives the fields of the sheet in their order."),
            new("models-exclude-tags", "sigma-api.md 4.1", "excludeTags omits the tags."),
            new("models-skip-permission-check", "sigma-api.md 4.1", "skipPermissionCheck lists models the caller has no access to."),
            new("models-archived", "sigma-api.md 4.1", "An archived model is listed with isArchived."),
            new("models-one", "sigma-api.md 4.1", "GET one model gives the same item as the list."),
            new("models-url", "spec.md 1", "A model's URL ends in its name with dashes and the base62 form of its ID."),
            new("spec-envelope", "spec.md 1", "GET spec returns server-managed fields and pages, without data."),
            new(
                "spec-old-layout",
                "spec.md 13",
                "The old layout has schemaVersion before ownerId and id, name, kind, source, columns in an element."),
            new("spec-current-layout", "spec.md 13", "The newer layout has schemaVersion after updatedAt and kind at the end."),
            new("spec-version", "sigma-api.md 4.1", "documentVersion selects an older version; latestDocumentVersion stays the latest."),
            new("spec-exact", "sigma-api.md 8.10", "Numbers keep their digits and unknown keys stay in GET spec."),
            new("spec-yaml-asked", "sigma-api.md 4.3", "format=yaml or Accept: application/yaml gives YAML."),
            new(
                "spec-yaml-without-accept",
                "sigma-api.md 4.3",
                "Without Accept: application/json the spec endpoints respond in YAML, to writes too."),
            new("elements-list", "sigma-api.md 4.1", "GET elements lists elements with name, type and column names."),
            new("elements-unrepresented", "spec.md 12", "GET elements lists elements that a spec cannot represent."),
            new("elements-tag", "sigma-api.md 4.1", "tagName selects the elements of a tagged version."),
            new("columns-list", "sigma-api.md 4.1", "GET columns gives columnId, name, formula, type and elementId of every column."),
            new("columns-error", "sigma-api.md 3.2", "A formula that does not resolve has type error in GET columns."),
            new("columns-circular", "sigma-api.md 3.2", "Formulas that refer to each other have type error."),
            new(
                "columns-unnamed",
                "spec.md 5.1",
                "A column without a name has the display name that its formula, its source and the columns before it give."),
            new("elements-names", "spec.md 5.1", "GET elements gives the display names of columns."),
            new("sources-list", "sigma-api.md 4.1", "GET sources gives table, data-model and custom-sql entries."),
            new(
                "lineage-list",
                "sigma-api-endpoints.md 3",
                "GET lineage gives elements with their direct and root sources, and the sources."),
            new("tags-list", "sigma-api-endpoints.md 3", "GET tags gives versionTagId, tagName, sourceVersion and taggedAt."),
            new("tags-organization", "sigma-api-endpoints.md 4", "GET /v2/tags lists the organization's tags and filters by search."),
        ];
}
