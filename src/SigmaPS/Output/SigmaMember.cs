namespace SigmaPS;

/// <summary>A member of the organization.</summary>
public sealed class SigmaMember
{
    internal SigmaMember()
    {
    }

    /// <summary>The ID that owner and author properties contain.</summary>
    public string MemberId { get; internal set; } = "";

    /// <summary>The e-mail address.</summary>
    public string Email { get; internal set; } = "";

    /// <summary>The first name.</summary>
    public string FirstName { get; internal set; } = "";

    /// <summary>The last name.</summary>
    public string LastName { get; internal set; } = "";

    /// <summary>Sigma's name of the account type.</summary>
    public string MemberType { get; internal set; } = "";

    /// <summary>The ID of the member's folder My Documents.</summary>
    public string HomeFolderId { get; internal set; } = "";

    /// <summary>Whether the member was removed.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>Whether the member is inactive.</summary>
    public bool IsInactive { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Email;
}
