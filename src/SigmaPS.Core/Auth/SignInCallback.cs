using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Auth;

/// <summary>The parameters with which the browser returns. It is not a record, because a record shows its values as text.</summary>
internal sealed class SignInCallback
{
    private readonly Dictionary<string, string> _values;

    private SignInCallback(Dictionary<string, string> values) => _values = values;

    public string? State => Get("state");

    public string? Code => Get("code");

    public string? Error => Get("error");

    public string? Description => Get("error_description");

    /// <summary>Parses the query of a request; null if a parameter is repeated or cannot be decoded.</summary>
    public static SignInCallback? Parse(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split(new[] { '&' }, StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=');
            var name = Decode(at < 0 ? pair : pair.Substring(0, at));
            if (values.ContainsKey(name))
            {
                return null;
            }

            values.Add(name, at < 0 ? "" : Decode(pair.Substring(at + 1)));
        }

        return new SignInCallback(values);
    }

    // A plus stays a plus: a code may contain one, but not a blank.
    private static string Decode(string text) => Uri.UnescapeDataString(text);

    private string? Get(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
