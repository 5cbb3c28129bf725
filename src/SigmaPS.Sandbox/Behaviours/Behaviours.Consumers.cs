using System.Collections.Generic;

namespace SigmaPS.Sandbox;

public static partial class Behaviours
{
    /// <summary>Workbooks and reports, the consumers of models (sigma-workbooks.md sections 1 to 5 and 7).</summary>
    private static IEnumerable<Behaviour> Consumers() =>
        [
            new("workbooks-list", "sigma-workbooks.md 1.1", "GET workbooks gives the fields of the sheet and is family A with hasMore."),
            new(
                "workbooks-flags",
                "sigma-workbooks.md 1.1; choice that isArchived means archived ones only",
                "isArchived, excludeExplorations, excludeTags and skipPermissionCheck change the list."),
            new(
                "workbooks-explorations",
                "sigma-workbooks.md 1.1",
                "Explorations are listed with skipPermissionCheck, and not with excludeExplorations."),
            new(
                "workbooks-not-admin",
                "sigma-workbooks.md 7 row 4; choice of 403",
                "skipPermissionCheck of a caller who is not an admin is refused, when asked to."),
            new(
                "reports-list",
                "sigma-workbooks.md 1.1",
                "Reports have the field names and tag fields of models, and their own ID fields."),
            new("documents-one", "sigma-workbooks.md 1.1", "GET one document gives the item of the list."),
            new(
                "documents-tags",
                "sigma-workbooks.md 1.1",
                "Tags of a workbook and of a report have different field names and different paging."),
            new("documents-history", "sigma-workbooks.md 1.1", "version-history lists published versions; models do not have it."),
            new("documents-tagged", "sigma-workbooks.md 1.5", "A tagged copy has an ID of its own, which can be read or not."),
            new("documents-pages", "sigma-workbooks.md 1.2", "GET pages and GET elements of a page."),
            new(
                "documents-elements",
                "sigma-workbooks.md 5",
                "Elements give column names as texts; some have no name, some have no columns."),
            new("documents-element-error", "sigma-workbooks.md 7 row 9", "An item of a 200 response may have an error."),
            new(
                "documents-columns",
                "sigma-workbooks.md 1.2",
                "GET columns gives columnId, name, formula, type and elementId; of one element, label in place of name."),
            new("documents-paging", "sigma-workbooks.md 7 row 16", "Lists of a workbook are family A, lists of a report family B."),
            new("documents-sources", "sigma-workbooks.md 5", "GET sources is a bare array of models with element IDs, tables and SQL."),
            new(
                "documents-sources-tag",
                "sigma-workbooks.md 1.5",
                "A source that reads a tagged model has its versionTagId, and does not change with the model."),
            new(
                "documents-lineage",
                "sigma-workbooks.md 2.4",
                "Lineage gives a model element as the model's short ID and an opaque part, or its element ID."),
            new("documents-lineage-odd", "sigma-workbooks.md 7 row 11", "sourceIds may contain a blank; an element may have two rows."),
            new(
                "documents-lineage-element",
                "sigma-workbooks.md 7 rows 7 and 10",
                "Lineage of a control or text is 400; the model node may be in edges alone."),
            new("documents-queries", "sigma-workbooks.md 7 row 9", "The message about a broken column is a text inside the SQL."),
            new("documents-controls", "sigma-workbooks.md 1.2", "Controls have a name and a value type, but no ID and no target."),
            new(
                "documents-control-parameters",
                "sigma-workbooks.md 7 row 23",
                "Only the representation contains a control's parameters to a model."),
            new("documents-schedules", "sigma-workbooks.md 7 row 27", "A schedule's condition names a column by ID."),
            new(
                "documents-refused",
                "sigma-workbooks.md 7 rows 3 and 6",
                "A listed document may respond with 403, 404, 409 inode_archived or 400 unable_to_produce_query."),
            new("documents-patch", "sigma-workbooks.md 7 row 25", "PATCH responds with 200 and changes nothing."),
            new("documents-copy", "sigma-workbooks.md 7 row 20", "A copy keeps the element IDs of its original."),
            new("documents-restore-version", "sigma-workbooks.md 1.3", "restoreVersion publishes a new version with old contents."),
            new(
                "documents-limits",
                "sigma-workbooks.md 7 row 19",
                "More than five requests on sources or three on a model's lineage are 429, when asked to."),
            new("documents-list-odd", "sigma-workbooks.md 7 row 15", "A list may come without entries, or with a total above its rows."),
            new(
                "formula-prefix",
                "sigma-workbooks.md 2.2",
                "The prefix is the model element's name, also when the workbook's element has the same name or another."),
            new(
                "formula-related",
                "sigma-workbooks.md 2.1",
                "[Element/Relationship/Column] and [Element/Column (Relationship)] lead through a relationship."),
            new(
                "formula-metric",
                "sigma-workbooks.md 2.1",
                "[Metrics/Name] is a metric of the source element, its own or inherited along the chain of sources."),
            new("formula-lookup", "sigma-workbooks.md 2.1", "A formula may name another element of the document."),
            new("formula-empty", "sigma-workbooks.md 2.3", "A column that passes on a column may have an empty formula."),
            new(
                "break-removed",
                "sigma-workbooks.md 7 row 21",
                "A removed column gives type error in its consumers and their dependents; put back, the error goes away."),
            new(
                "break-renamed",
                "sigma-workbooks.md 7 row 21; a switch, because the behavior is unknown",
                "A renamed column whose ID stays breaks its consumers, or they print the new name."),
            new("break-new-id", "sigma-workbooks.md 4", "A new ID under the old name breaks consumers."),
            new("break-models", "sigma-workbooks.md 3", "Models read models over three levels, and break or follow like documents."),
            new(
                "break-archived",
                "sigma-workbooks.md 7 row 5; choice that columns break",
                "An archived model is still named in sources, and its columns are broken."),
            new("models-by-short-id", "sigma-workbooks.md 2.4", "GET a model accepts its short ID too."),
            new("organization-generated", "design.md 8", "A generated organization knows the dependencies of each of its columns."),
            new("organization-invented", "sigma-workbooks.md 6", "Twelve thousand workbooks can be invented without memory for each."),
        ];
}
