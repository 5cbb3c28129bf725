using System.Security;

namespace SigmaPS.Core.Tests.Support;

internal static class Secrets
{
    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }
}
