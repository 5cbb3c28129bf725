using System.IO;
using Newtonsoft.Json;

namespace SigmaPS.Core.Http;

/// <summary>Reads JSON and refuses null in a list: an item that is not there is not an item, and whoever walks over the list would fall over it.</summary>
internal sealed class NoNullItems : JsonTextReader
{
    public NoNullItems(TextReader text) : base(text)
    {
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        var more = base.Read();
        // A place in a list ends with its number; a name with odd characters ends with a quote before the bracket.
        return more && TokenType == JsonToken.Null && Path.EndsWith("]", System.StringComparison.Ordinal) && !Path.EndsWith("']", System.StringComparison.Ordinal)
            ? throw new JsonReaderException($"a list holds null at {Path}")
            : more;
    }
}
