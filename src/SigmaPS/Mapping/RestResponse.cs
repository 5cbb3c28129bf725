using System;
using System.Collections.Generic;

namespace SigmaPS.Mapping;

/// <summary>An answer of a path that no other command knows, whatever its shape.</summary>
internal sealed class RestResponse
{
    private readonly object? _value;

    private RestResponse(object? value) => _value = value;

    /// <summary>What was sent, whole; a bare array item by item, and nothing for an empty object, which is how the service says "done".</summary>
    public IEnumerable<object?> Whole => _value switch
    {
        null or SpecNode { Members.Count: 0 } => Array.Empty<object?>(),
        SpecList items => items,
        var one => new[] { one },
    };

    /// <summary>The entries of a list; what is no list is given as it is.</summary>
    public IEnumerable<object?> Entries => (_value as SpecNode)?.Get("entries") as SpecList ?? Whole;

    /// <summary>Where the list goes on; null at its end.</summary>
    public Core.Api.PageCursor? Cursor => _value is SpecNode page ? Core.Api.PageCursor.FromResponse(page.Get("nextPage") as string, page.Get("nextPageToken") as string) : null;

    /// <summary>Reads an answer without losing anything of it.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">It is no JSON, or no object can hold it.</exception>
    public static RestResponse Parse(string text, string name)
    {
        try
        {
            return new RestResponse(text.Trim().Length == 0 ? null : SpecNodeBuilder.ReadValue(text));
        }
        catch (Core.Spec.Json.JsonSyntaxException e)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.UnexpectedAnswer, $"The answer to {name} is no JSON: {e.Message}. -AsJson gives it as text.", e);
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.SpecNotRepresentable, $"The answer to {name} cannot be shown as an object: {e.Message}. -AsJson gives it as text.", e);
        }
    }
}
