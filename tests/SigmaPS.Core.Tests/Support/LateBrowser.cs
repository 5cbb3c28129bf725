using System;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A browser that returns to a login after its end.</summary>
/// <remarks>
/// The system gives a freed port away again, for example to a connection of another test. So the port may be in use, and
/// something may even respond there; but nothing takes the callback of the login that has ended.
/// </remarks>
internal static class LateBrowser
{
    // Words of every page that ends a wait (LoopbackPage).
    private const string Taken = "You can close this window";

    /// <summary>Sends the callback of the login that has ended. A port that is still open but is not read never responds.</summary>
    public static async Task RequireNobodyTakesAsync(Uri redirect, string state)
    {
        using var browser = new HttpClient(new HttpClientHandler { UseProxy = false });
        string page;
        try
        {
            using var response = await browser.GetAsync(new Uri($"{redirect}?code=late&state={state}"));
            page = await response.Content.ReadAsStringAsync();
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            // A connection that closes at once can end in the socket's own error.
            return;
        }

        Assert.DoesNotContain(Taken, page);
    }
}
