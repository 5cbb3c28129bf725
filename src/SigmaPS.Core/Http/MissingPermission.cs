using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Describes the permission that a 403 response of the service asks for.</summary>
internal static class MissingPermission
{
    /// <summary>One sentence that names the missing permission. For specs it names both forms of the account requirement (sigma-api,
    /// permissions).</summary>
    public static string Describe(ApiRequest request)
    {
        var isRead = request.Method == HttpMethod.Get;
        return request.Path.IndexOf("skipPermissionCheck=true", StringComparison.OrdinalIgnoreCase) >= 0
            ? "Only an admin may list the data models of the whole organization."
            : !IsOfModel(request)
            ? "The owner of the credentials lacks the permission: the account type does not allow this, or a grant on the item is "
                + "missing. Ask an admin of the organization for it."
            : isRead && !IsSpec(request)
            ? "The owner of the credentials needs a grant on the model or its folder (Can view at least)."
            : "The owner of the credentials needs the account type permission \"Create, edit, and publish data models\" (older "
                + "organizations: the Admin account type) and a grant on the model or its folder "
                + (isRead ? "(Can view at least)." : "(Can edit).");
    }

    // A data model's file is the model itself: requests to it set name, folder and owner.
    private static bool IsOfModel(ApiRequest request) =>
        request.WhenMissing == ErrorCode.ModelNotFound || request.Path.StartsWith("v2/dataModels", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpec(ApiRequest request) => request.Path.IndexOf("/spec", StringComparison.OrdinalIgnoreCase) >= 0;
}
