using System;
using System.Collections.Generic;

namespace SigmaPS.Mapping;

/// <summary>A response of Invoke-SigmaRestMethod, of any shape.</summary>
internal sealed class RestResponse
{
    private readonly object? _value;

    private RestResponse(object? value) => _value = value;

    /// <summary>The whole response. A bare array gives its items; an empty object, the service's confirmation, gives no output.</summary>
    public IEnumerable<object?> Whole => _value switch
    {
        null or SpecNode { Members.Count: 0 } => Array.Empty<object?>(),
        SpecList items => items,
        var one => new[] { one },
    };

    /// <summary>The entries of a list; other responses are returned unchanged.</summary>
    public IEnumerable<object?> Entries => (_value as SpecNode)?.Get("entries") as SpecList ?? Whole;

    /// <summary>The cursor of the next page; null at the end of the list.</summary>
    public Core.Api.PageCursor? Cursor =>
        _value is SpecNode page
            ? Core.Api.PageCursor.FromResponse(page.Get("nextPage") as string, page.Get("nextPageToken") as string)
            : null;

    /// <summary>Parses a response without loss.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The response is not valid JSON, or an object cannot represent
    /// it.</exception>
    public static RestResponse Parse(string text, string name)
    {
        try
        {
            return new RestResponse(text.Trim().Length == 0 ? null : SpecNodeBuilder.ReadValue(text));
        }
        catch (Core.Spec.Json.JsonSyntaxException e)
        {
            throw MappingErrors.ResponseNotJson(e, name);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.ResponseNotRepresentable(e, name);
        }
    }
}
