using System;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Parses one word of a row of the schema table.</summary>
internal static class SchemaWord
{
    /// <summary>Parses a word: "key!:form[]=default", or the name of a key that the row only places.</summary>
    /// <param name="word">The word.</param>
    /// <param name="parent">The type that contains the keys to place.</param>
    public static SchemaKey Read(string word, SchemaType? parent)
    {
        var colon = word.IndexOf(':');
        if (colon < 0)
        {
            return parent?.Find(word)
                ?? throw new InvalidOperationException($"The schema table places '{word}', which the type does not have.");
        }

        var (key, form) = (word.Substring(0, colon), word.Substring(colon + 1));
        var equals = form.IndexOf('=');
        var written = equals < 0 ? null : form.Substring(equals + 1);
        form = equals < 0 ? form : form.Substring(0, equals);
        var bracket = form.IndexOf('[');
        var brackets = bracket < 0 ? "" : form.Substring(bracket);
        form = bracket < 0 ? form : form.Substring(0, bracket);
        var path = form.IndexOf('/');
        return new SchemaKey(key.TrimEnd('!'), form[0] == '@' ? "text" : form)
        {
            IsRequired = key.EndsWith("!", StringComparison.Ordinal),
            IsNeverNull = key.EndsWith("!!", StringComparison.Ordinal),
            IsList = brackets.Length > 0,
            IsListOfLists = brackets == "[][]",
            HasMeaningfulOrder = brackets == "[>]",
            Default = written is null ? null : Value(written),
            Target = form[0] == '@' ? Target(path < 0 ? form : form.Substring(0, path)) : null,
            Scope = path < 0 ? "" : form.Substring(path + 1),
        };
    }

    private static JsonValue Value(string written) => written switch
    {
        "[]" => new JsonArray(),
        "true" or "false" => new JsonBoolean(written == "true"),
        _ => new JsonString(written),
    };

    private static IdTarget Target(string form) => (IdTarget)Enum.Parse(typeof(IdTarget), form.Substring(1), ignoreCase: true);
}
