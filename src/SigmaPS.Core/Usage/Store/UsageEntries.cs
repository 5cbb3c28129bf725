using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace SigmaPS.Core.Usage;

/// <summary>Reads and writes the entries of the index as two lines of JSON: the header and the body.</summary>
internal sealed class UsageEntries(IUsageStore store)
{
    /// <summary>Grows when the meaning of an entry changes; entries of other formats are read from Sigma again.</summary>
    public const int Format = 4;

    private static readonly JsonSerializerSettings Settings = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        NullValueHandling = NullValueHandling.Ignore,
        DefaultValueHandling = DefaultValueHandling.Ignore,
    };

    private readonly IUsageStore _store = store;

    public static string NameOf(ConsumerKind kind, string id, string? tagId)
    {
        var tag = tagId is null ? "" : "@" + tagId;
        return $"{kind}-{id}{tag}".ToLowerInvariant();
    }

    public static string Write<T>(T body) => JsonConvert.SerializeObject(body, Formatting.None, Settings);

    public static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(
            sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Take(12).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    public UsageEntryHeader? ReadHeader(string name) => _store.ReadFirstLine(name) is { } header ? ParseHeader(header) : null;

    public T? ReadBody<T>(string name)
        where T : class => Split(name) is var (header, body) && ParseHeader(header)?.Hash == Hash(body) ? Parse<T>(body) : null;

    public void Save(string name, UsageEntryHeader header, string body) =>
        _store.Write(name, Write(header with { Hash = Hash(body) }) + "\n" + body);

    /// <summary>Makes the next scan read a document again.</summary>
    public void Discard(string name) => _store.Write(name, "");

    private (string Header, string Body)? Split(string name)
    {
        var text = _store.Read(name);
        var end = text?.IndexOf('\n') ?? -1;
        return end < 0 ? null : (text!.Substring(0, end), text.Substring(end + 1));
    }

    private static UsageEntryHeader? ParseHeader(string header) =>
        Parse<UsageEntryHeader>(header) is { Format: Format, Key: not null, Models: not null } parsed ? parsed : null;

    // An entry that a crash cut off is not valid; it is read from Sigma again.
    private static T? Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(text, Settings);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
