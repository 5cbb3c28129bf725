using System.IO;
using Newtonsoft.Json;

namespace SigmaPS.Core.Http;

/// <summary>Reads JSON and rejects null in a list, because code that enumerates the list does not expect it.</summary>
internal sealed class NoNullItems : JsonTextReader
{
    public NoNullItems(TextReader text) : base(text)
    {
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        var more = base.Read();
        // The path of a list item ends with its index. A quoted property name ends with a quote before the bracket.
        return
            more
            && TokenType == JsonToken.Null
            && Path.EndsWith("]", System.StringComparison.Ordinal)
            && !Path.EndsWith("']", System.StringComparison.Ordinal)
            ? throw new JsonReaderException($"a list contains null at {Path}")
            : more;
    }
}
