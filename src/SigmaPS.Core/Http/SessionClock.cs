using System;

namespace SigmaPS.Core.Http;

/// <summary>The clock of a new session.</summary>
internal static class SessionClock
{
    /// <summary>Gives another clock to a session on an address. Only tests set it.</summary>
    /// <remarks>Tests that run side by side use different addresses.</remarks>
    public static Func<Uri, TimeProvider?>? Replacement { get; set; }

    /// <summary>The system's clock, if no other one replaces it.</summary>
    public static TimeProvider For(Uri address) => Replacement?.Invoke(address) ?? TimeProvider.System;
}
