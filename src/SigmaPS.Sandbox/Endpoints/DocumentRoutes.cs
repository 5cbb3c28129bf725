using System;

namespace SigmaPS.Sandbox;

/// <summary>
/// The paths of workbooks and reports (sigma-workbooks.md section 1). Both have the same endpoints; reports page by family B.
/// </summary>
internal static class DocumentRoutes
{
    public static void Map(Action<string, string, Func<ApiRequest, Answer>, bool> on)
    {
        foreach (
            (DocumentKind kind, string list) in new[] { (DocumentKind.Workbook, "/v2/workbooks"), (DocumentKind.Report, "/v2/reports") })
        {
            string one = list + "/{documentId}";
            On("GET", list, r => DocumentEndpoints.List(r, kind));
            On("GET", one, r => DocumentEndpoints.Get(r, kind));
            On("PATCH", one, r => DocumentEndpoints.Patch(r, kind));
            On("GET", one + "/tags", r => DocumentEndpoints.Tags(r, kind));
            On("GET", one + "/version-history", r => DocumentEndpoints.History(r, kind));
            On("GET", one + "/pages", r => DocumentContentEndpoints.Pages(r, kind));
            On("GET", one + "/pages/{pageId}/elements", r => DocumentContentEndpoints.PageElements(r, kind));
            On("GET", one + "/elements", r => DocumentContentEndpoints.Elements(r, kind));
            On("GET", one + "/elements/{elementId}/columns", r => DocumentContentEndpoints.ElementColumns(r, kind));
            On("GET", one + "/columns", r => DocumentContentEndpoints.Columns(r, kind));
            On("GET", one + "/controls", r => DocumentContentEndpoints.Controls(r, kind));
            On("GET", one + "/queries", r => DocumentContentEndpoints.Queries(r, kind));
            On("GET", one + "/sources", r => DocumentLineageEndpoints.Sources(r, kind));
            On("GET", one + "/lineage", r => DocumentLineageEndpoints.Lineage(r, kind));
            On("GET", one + "/lineage/elements/{elementId}", r => DocumentLineageEndpoints.OfElement(r, kind));
        }

        On("POST", "/v2/workbooks/{documentId}/copy", DocumentEndpoints.Copy);
        On("POST", "/v2/workbooks/{documentId}/restoreVersion", DocumentEndpoints.RestoreVersion);
        On("GET", "/v2/workbooks/{documentId}/schedules", DocumentContentEndpoints.Schedules);

        void On(string method, string path, Func<ApiRequest, Answer> handler) => on(method, path, handler, true);
    }
}
