using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the results of lookups.</summary>
internal static partial class OutputMapper
{
    public static SigmaFile ToFile(Core.Api.FileEntry entry) => new()
    {
        Id = entry.Id,
        UrlId = entry.UrlId,
        Name = entry.Name,
        Type = entry.Type,
        Path = entry.Path,
        ParentId = entry.ParentId,
        Permission = entry.Permission,
        Badge = entry.Badge,
        Description = entry.Description,
        OwnerId = entry.OwnerId,
        IsArchived = entry.IsArchived,
        ParentSourceUrlId = entry.ParentSourceUrlId,
        CreatedAt = entry.CreatedAt,
        CreatedBy = entry.CreatedBy,
        UpdatedAt = entry.UpdatedAt,
        UpdatedBy = entry.UpdatedBy,
    };

    public static SigmaConnection ToConnection(Core.Api.ConnectionEntry entry) => new()
    {
        ConnectionId = entry.ConnectionId,
        Name = entry.Name,
        Type = entry.Type,
        UsesFriendlyNames = entry.UsesFriendlyNames,
        HasWriteAccess = entry.HasWriteAccess,
        IsSample = entry.IsSample,
        IsArchived = entry.IsArchived,
        Account = entry.Account,
        Warehouse = entry.Warehouse,
        Role = entry.Role,
        LastActiveAt = entry.LastActiveAt,
    };

    public static SigmaTableColumn ToTableColumn(string tableId, Core.Api.TableColumnEntry entry) => new(tableId)
    {
        Name = entry.Name,
        Type = entry.Type,
        Visibility = entry.Visibility,
        Description = entry.Description,
    };

    public static DataModelElement ToElement(string dataModelId, Core.Api.ElementEntry entry) => new(dataModelId)
    {
        ElementId = entry.ElementId,
        Name = entry.Name,
        Type = entry.Type,
        VisualizationType = entry.VisualizationType,
        Columns = entry.Columns.ToArray(),
        Error = entry.Error,
    };

    public static DataModelColumn ToColumn(string dataModelId, Core.Api.ColumnEntry entry) => new(dataModelId)
    {
        ColumnId = entry.ColumnId,
        ElementId = entry.ElementId,
        Name = entry.Name,
        Formula = entry.Formula,
        Type = entry.Type,
        IsBroken = entry.IsBroken,
    };

    public static DataModelSource ToSource(string dataModelId, Core.Api.SourceEntry entry) => new(dataModelId)
    {
        Type = entry.Type,
        TableId = entry.TableId,
        SourceDataModelId = entry.SourceDataModelId,
        ElementIds = entry.ElementIds.ToArray(),
        VersionTagId = entry.VersionTagId,
        ConnectionId = entry.ConnectionId,
        Definition = entry.Definition,
        CustomSqlId = entry.CustomSqlId,
        DatasetId = entry.DatasetId,
    };

    public static DataModelLineage ToLineage(string dataModelId, Core.Api.LineageEntry entry) => new(dataModelId)
    {
        Type = entry.Type,
        Name = entry.Name,
        ElementId = entry.ElementId,
        SourceIds = entry.SourceIds.ToArray(),
        DataSourceIds = entry.DataSourceIds.ToArray(),
        ConnectionId = entry.ConnectionId,
        SourceDataModelId = entry.SourceDataModelId,
        InodeId = entry.InodeId,
        Definition = entry.Definition,
    };

    public static DataModelTag ToTag(string dataModelId, Core.Api.TagEntry entry) => new(dataModelId)
    {
        TagName = entry.TagName,
        VersionTagId = entry.VersionTagId,
        Version = entry.Version,
        TaggedAt = entry.TaggedAt,
    };

    public static SigmaMember ToMember(Core.Api.MemberEntry entry) => new()
    {
        MemberId = entry.MemberId,
        Email = entry.Email,
        FirstName = entry.FirstName,
        LastName = entry.LastName,
        MemberType = entry.MemberType,
        HomeFolderId = entry.HomeFolderId,
        IsArchived = entry.IsArchived,
        IsInactive = entry.IsInactive,
    };

    /// <summary>Converts an entry of the catalog.</summary>
    public static SigmaTable ToTable(Core.Api.TablePathEntry entry, Core.Api.TableLookup? found = null) =>
        new(entry.ConnectionId, entry.Path.ToArray())
        {
            Kind = found?.Kind ?? "",
            TableId = found?.InodeId ?? Core.Spec.TableId.FromShort(entry.UrlId),
            Url = found?.Url,
        };
}
