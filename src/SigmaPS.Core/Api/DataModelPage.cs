using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Api;

/// <summary>Reads a page of GET /v2/dataModels in its documented form, without Newtonsoft.Json: most sessions begin with this
/// list.</summary>
internal static class DataModelPage
{
    /// <summary>Reads the page; null if any part has another form.</summary>
    public static ListPage<DataModelEntry>? TryRead(string text) => PlainPage.TryRead(text, TryRead);

    private static DataModelEntry? TryRead(JsonObject model) =>
        PlainJson.TryText(model, "dataModelId", out var id)
        && PlainJson.TryText(model, "dataModelUrlId", out var urlId)
        && PlainJson.TryText(model, "name", out var name)
        && PlainJson.TryText(model, "url", out var url)
        && PlainJson.TryText(model, "path", out var path)
        && PlainJson.TryInteger(model, "latestVersion", out var version)
        && PlainJson.TryText(model, "ownerId", out var owner)
        && PlainJson.TryText(model, "createdBy", out var createdBy)
        && PlainJson.TryText(model, "updatedBy", out var updatedBy)
        && PlainJson.TryTime(model, "createdAt", out var createdAt)
        && PlainJson.TryTime(model, "updatedAt", out var updatedAt)
        && model["isArchived"] is null or JsonBoolean
            ? new DataModelEntry
            {
                DataModelId = id ?? "",
                DataModelUrlId = urlId ?? "",
                Name = name ?? "",
                Url = url ?? "",
                Path = path ?? "",
                LatestVersion = version,
                OwnerId = owner ?? "",
                CreatedBy = createdBy ?? "",
                UpdatedBy = updatedBy ?? "",
                CreatedAt = createdAt,
                UpdatedAt = updatedAt,
                IsArchived = model["isArchived"] is JsonBoolean { Value: true },
            }
            : null;
}
