using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Api;

/// <summary>Reports. Their list is of family A, the lists of one report are of family B.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/reports, with tags.</summary>
    /// <param name="wholeOrganization">True for all reports, which only admins may list.</param>
    /// <param name="beforeRequest">Called before each request; it may throw to end the list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The reports.</returns>
    internal Task<List<DocumentEntry>> ListReportsAsync(bool wholeOrganization, Action beforeRequest, CancellationToken cancel) =>
        WholeListAsync<DocumentEntry>(
            "v2/reports" + (wholeOrganization ? "?skipPermissionCheck=true" : ""),
            "the list of reports",
            false,
            beforeRequest,
            cancel);

    /// <summary>GET a list of one report: elements, columns, lineage, controls.</summary>
    /// <typeparam name="T">The type of an entry.</typeparam>
    /// <param name="id">The report's ID, or a tagged copy's.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="beforeRequest">Called before each request; it may throw to end the list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The whole list.</returns>
    internal Task<List<T>> ListOfReportAsync<T>(string id, string list, Action beforeRequest, CancellationToken cancel) =>
        WholeListAsync<T>($"v2/reports/{Uri.EscapeDataString(id)}/{list}", "report " + id, true, beforeRequest, cancel);
}
