using System;
using System.Globalization;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Auth;

/// <summary>The errors of a browser login, and of a token that the user gives.</summary>
internal static class SignInErrors
{
    private const string Again = " Run Connect-Sigma -Interactive again";
    private const string Scripts = " Use client credentials instead: -Credential, or -ClientId with -ClientSecret.";

    /// <summary>The host's 401 does not name a login.</summary>
    public static SigmaEngineException NotOffered(Uri session) =>
        Failed(session, $"{session.Authority} does not offer a browser login." + Scripts);

    /// <summary>The service's description of the login lacks a part, or this module does not support it.</summary>
    public static SigmaEngineException Incomplete(Uri session, string what) =>
        Failed(session, $"Sigma's description of the browser login at {session.Authority} {what}." + Scripts);

    /// <summary>The service names an address on another host.</summary>
    public static SigmaEngineException ForeignHost(string? text, string what, Uri session) =>
        Failed(
            session,
            $"The browser login of {session.Authority} was stopped: its {what} is '{text}', which is not an address of this host. "
                + "Nothing was sent there. Check -Region or -BaseUrl, or use client credentials.");

    /// <summary>The person, or an administrator's rule, refused.</summary>
    public static SigmaEngineException Refused(Uri session, string error, string? description)
    {
        var words = description is null ? error : error + ": " + description.TrimEnd('.');
        return new SigmaEngineException(
            ErrorCode.SignInFailed,
            (error == "access_denied" ? "The sign-in at " + session.Authority + " was refused in the browser"
                : "Sigma ended the sign-in at " + session.Authority)
                + $": \"{words}.\"" + Again + " and allow the access. In scripts, use client credentials.")
        {
            Target = session.Authority,
            Code = error,
        };
    }

    /// <summary>Sigma refused the registration or the code.</summary>
    public static SigmaEngineException Rejected(SigmaEngineException error, Uri session, string step, string? words) =>
        error.With(
            ErrorCode.SignInFailed,
            $"Sigma refused {step} of the sign-in at {session.Authority} (status {error.Status})" + Quote(words) + Again + ".",
            session.Authority);

    /// <summary>Sigma refused the refresh token.</summary>
    public static SigmaEngineException NotRenewed(SigmaEngineException error, Uri session, string? words) =>
        error.With(
            ErrorCode.TokenExpired,
            $"Sigma did not renew the browser login at {session.Authority}" + Quote(words) + " Sign in again: Connect-Sigma -Interactive.",
            session.Authority);

    /// <summary>No response arrived in time.</summary>
    public static SigmaEngineException TimedOut(Uri session, TimeSpan limit, int mismatches)
    {
        var seconds = limit.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var ignored = mismatches == 0 ? "" : $" {mismatches} responses did not belong to this sign-in and were ignored.";
        return Failed(
            session,
            $"The sign-in at {session.Authority} was not completed within {seconds} seconds: the browser window was closed, or nobody "
                + $"signed in.{ignored}{Again}.");
    }

    /// <summary>A newer login of this process replaced this one.</summary>
    public static SigmaEngineException Replaced(Uri session) =>
        Failed(
            session,
            $"Another Connect-Sigma -Interactive for {session.Authority} started in this process, so this sign-in ended. "
                + "Complete the newer one.");

    /// <summary>The system does not let this process listen.</summary>
    public static SigmaEngineException NoPort(Exception cause) =>
        new(
            ErrorCode.SignInFailed,
            $"The sign-in needs a port on 127.0.0.1, and the system refused one: {cause.Message}." + Scripts,
            cause);

    /// <summary>The token of the user cannot be sent.</summary>
    public static SigmaEngineException InvalidToken() => new(
        ErrorCode.InvalidArgument,
        "The value of -AccessToken is empty or contains invalid characters, such as a line break or a space. Copy the token again.");

    private static string Quote(string? words) => words is null ? "." : $": \"{words.TrimEnd('.')}.\"";

    private static SigmaEngineException Failed(Uri session, string message) =>
        new(ErrorCode.SignInFailed, message) { Target = session.Authority };
}
