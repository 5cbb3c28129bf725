using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Auth;

/// <summary>Shows the login page to the person.</summary>
public interface ISignInPrompt
{
    /// <summary>Opens the page in a browser, or shows its address.</summary>
    /// <param name="invitation">The page.</param>
    /// <param name="cancel">Canceled as soon as the login has ended.</param>
    /// <returns>A task that completes when the person can see the page or its address.</returns>
    Task ShowAsync(SignInInvitation invitation, CancellationToken cancel);
}
