namespace SigmaPS;

/// <summary>A member of the organisation.</summary>
public sealed class SigmaMember
{
    internal SigmaMember()
    {
    }

    /// <summary>The id that owners and authors are named by.</summary>
    public string MemberId { get; internal set; } = "";

    /// <summary>The e-mail address.</summary>
    public string Email { get; internal set; } = "";

    /// <summary>The first name.</summary>
    public string FirstName { get; internal set; } = "";

    /// <summary>The last name.</summary>
    public string LastName { get; internal set; } = "";

    /// <summary>The account type in Sigma's word.</summary>
    public string MemberType { get; internal set; } = "";

    /// <summary>The id of the member's My Documents.</summary>
    public string HomeFolderId { get; internal set; } = "";

    /// <summary>Whether the member has been removed.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>Whether the member is inactive.</summary>
    public bool IsInactive { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Email;
}
