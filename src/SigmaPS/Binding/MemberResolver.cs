using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Binding;

/// <summary>Members by id or e-mail address.</summary>
internal static class MemberResolver
{
    /// <summary>The member ids that a text names; an address is looked up.</summary>
    public static async Task<ISet<string>> ResolveAsync(Core.Api.SigmaClient client, string owner, CancellationToken cancel)
    {
        if (owner.IndexOf('@') < 0)
        {
            return new HashSet<string> { owner };
        }

        var found = await client.FindMembersAsync(owner, cancel).ConfigureAwait(false);
        var ids = new HashSet<string>(found.Where(member => string.Equals(member.Email, owner, System.StringComparison.OrdinalIgnoreCase)).Select(member => member.MemberId));
        return ids.Count > 0 ? ids : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"No member has the e-mail address {owner}.");
    }
}
