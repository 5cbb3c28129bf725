using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Core.Auth;

/// <summary>The proof key of one login (PKCE, RFC 7636): the verifier stays here, its hash goes to the login page.</summary>
internal sealed class ProofKey
{
    // 48 bytes are the 64 characters that Sigma's own script uses (sigma-api section 2.1).
    private const int VerifierBytes = 48;

    public ProofKey(string verifier)
    {
        Verifier = verifier;
        using var sha = SHA256.Create();
        Challenge = Base64Url.Encode(sha.ComputeHash(Encoding.ASCII.GetBytes(verifier)));
    }

    /// <summary>The secret of the login.</summary>
    public string Verifier { get; }

    /// <summary>Its SHA-256 hash, method S256.</summary>
    public string Challenge { get; }

    public static ProofKey Create() => new(Base64Url.Random(VerifierBytes));
}
