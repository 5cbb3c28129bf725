using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>What a 403 of the service itself means for the request that got it.</summary>
internal static class MissingPermission
{
    /// <summary>One sentence that says what is missing; both forms of the account requirement where a data model is written (sigma-api, permissions).</summary>
    public static string Describe(ApiRequest request)
    {
        var isRead = request.Method == HttpMethod.Get;
        return request.Path.IndexOf("skipPermissionCheck=true", StringComparison.OrdinalIgnoreCase) >= 0
            ? "Listing the data models of the whole organisation is for its admins."
            : !IsOfModel(request)
            ? "The user behind the credentials lacks the permission for this: the account type does not allow it, or a grant on what was asked for is missing. An admin of the organisation can give either."
            : isRead && !IsSpec(request)
            ? "The user behind the credentials needs a grant on the model or its folder (Can view at least)."
            : $"The user behind the credentials needs the account type permission \"Create, edit, and publish data models\" (older organisations: the Admin account type) and a grant on the model or its folder ({(isRead ? "Can view at least" : "Can edit")}).";
    }

    // A data model's file is the model: name, folder and owner are set there.
    private static bool IsOfModel(ApiRequest request) =>
        request.WhenMissing == ErrorCode.ModelNotFound || request.Path.StartsWith("v2/dataModels", StringComparison.OrdinalIgnoreCase);

    private static bool IsSpec(ApiRequest request) => request.Path.IndexOf("/spec", StringComparison.OrdinalIgnoreCase) >= 0;
}
