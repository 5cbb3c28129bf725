namespace SigmaPS.Sandbox;

/// <summary>A member of the organization.</summary>
public sealed record SandboxMember(string Id, string Email, string FirstName, string LastName, string MemberType, string HomeFolderId)
{
    public bool IsArchived { get; init; }

    public bool IsInactive { get; init; }
}
