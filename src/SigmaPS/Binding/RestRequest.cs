using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Binding;

/// <summary>A request of Invoke-SigmaRestMethod, validated before it is sent.</summary>
internal sealed class RestRequest
{
    private RestRequest(string verb, string path, string? json)
    {
        Verb = verb;
        Path = path;
        Json = json;
    }

    /// <summary>The method.</summary>
    public string Verb { get; }

    /// <summary>The path with its query.</summary>
    public string Path { get; }

    /// <summary>The body; null for none.</summary>
    public string? Json { get; }

    /// <summary>Whether it is a read.</summary>
    public bool IsRead => Verb == "GET";

    /// <summary>Method and path, as messages name the request.</summary>
    public string Name => SafeText.Line($"{Verb} {Path}");

    /// <summary>Validates the arguments and creates the request.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">An argument is invalid, or two contradict each other.</exception>
    public static RestRequest FromParameters(string? path, string method, IDictionary? query, object? body, bool all, SigmaSession session)
    {
        var verb = method.ToUpperInvariant();
        var whole = Core.Api.RestPath.Parse(path ?? "", Pairs(query), session.BaseUrl);
        Core.Api.RestPath.RefuseSpecWrite(verb, whole);
        var call = new RestRequest(verb, whole, body is null ? null : Text(body));
        if (call.IsRead && body is not null)
        {
            throw BindingErrors.BodyOfGet();
        }

        return all && !call.IsRead ? throw BindingErrors.AllOfWrite() : call;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IDictionary? query)
    {
        var entries = (query ?? new Hashtable())
            .Cast<DictionaryEntry>()
            .Select(entry => new KeyValuePair<string, object?>(Shown(entry.Key), NodeValueConverter.Unwrap(entry.Value)));

        // A hashtable has no order. Sort its keys, so that equal requests look equal in a log.
        foreach (var entry in query is Hashtable ? entries.OrderBy(entry => entry.Key, StringComparer.Ordinal) : entries)
        {
            foreach (var value in entry.Value is IEnumerable many and not string ? many.Cast<object?>() : new[] { entry.Value })
            {
                if (NodeValueConverter.Unwrap(value) is { } plain)
                {
                    yield return new KeyValuePair<string, string>(entry.Key, Shown(plain));
                }
            }
        }
    }

    private static string Shown(object value) => value switch
    {
        bool b => b ? "true" : "false",
        System.Management.Automation.SwitchParameter s => s.IsPresent ? "true" : "false",
        DateTime t => t.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset t => t.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Text(object body)
    {
        try
        {
            if (NodeValueConverter.Unwrap(body) is string text)
            {
                _ = Core.Spec.Json.JsonTree.Parse(text);
                return text;
            }

            var writer = new Core.Spec.Json.JsonWriter(indent: false);
            Core.Spec.Json.JsonTree.Write(writer, PSObjectJsonReader.From(body));
            return writer.Finish();
        }
        catch (Core.Spec.Json.JsonSyntaxException e)
        {
            throw BindingErrors.BodyNotJson(e);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw BindingErrors.BodyNotRepresentable(e);
        }
    }
}
