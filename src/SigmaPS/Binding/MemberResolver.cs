using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Binding;

/// <summary>Finds members by ID or e-mail address.</summary>
internal static class MemberResolver
{
    /// <summary>The member IDs of a text; an address is looked up in Sigma.</summary>
    public static async Task<ISet<string>> ResolveAsync(Core.Api.SigmaClient client, string owner, CancellationToken cancel)
    {
        if (owner.IndexOf('@') < 0)
        {
            return new HashSet<string> { owner };
        }

        var found = await client.FindMembersAsync(owner, cancel).ConfigureAwait(false);
        var ids = new HashSet<string>(
            found
                .Where(member => string.Equals(member.Email, owner, System.StringComparison.OrdinalIgnoreCase))
                .Select(member => member.MemberId));
        return ids.Count > 0 ? ids : throw BindingErrors.MemberNotFound(owner);
    }
}
