using System;
using System.Globalization;
using System.IO;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>Reads and writes the small JSON files in which the module keeps its own state.</summary>
/// <remarks>Specs never pass through here; the lossless reader of Spec/Json reads them.</remarks>
/// <typeparam name="T">The content.</typeparam>
/// <param name="kind">The name of such a file in an error, for example "an index of an export folder".</param>
/// <param name="nextStep">A sentence that helps if the file is damaged; empty for none.</param>
/// <param name="code">The error of a damaged file.</param>
internal sealed class StateFile<T>(string kind, string nextStep = "", ErrorCode code = ErrorCode.FileFailed)
    where T : StateContent
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        NullValueHandling = NullValueHandling.Ignore,
        CheckAdditionalContent = true,
        MaxDepth = 64,
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy() },
    };

    // UTF-8 cannot encode half of a surrogate pair.
    private static readonly Regex LoneSurrogate = new(
        "(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])",
        RegexOptions.CultureInvariant);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The content.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read, is damaged, or was written by a newer version.</exception>
    public T Read(string path)
    {
        var content = Parse(path);
        if (content.Format > StateContent.CurrentFormat)
        {
            throw FileErrors.NewerFormat(code, path, content.Format);
        }

        return content.FindProblem() is { } problem ? throw Damaged(path, problem) : content;
    }

    /// <summary>Reads a file that may be of another kind.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The content, which was not checked; null if the file cannot be read as this kind.</returns>
    public T? TryRead(string path)
    {
        try
        {
            return Parse(path);
        }
        catch (SigmaEngineException)
        {
            return null;
        }
    }

    /// <summary>Writes a file completely or not at all.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="SigmaEngineException">The file cannot be written; an existing file stays unchanged.</exception>
    public void Write(string path, T content) => AtomicFile.Write(path, Text(content));

    /// <summary>The text of a file: two spaces, LF, a final newline.</summary>
    /// <param name="content">The content.</param>
    public string Text(T content) => Serialize(content, Formatting.Indented) + "\n";

    /// <summary>A part of the content in one line.</summary>
    /// <param name="part">The part.</param>
    public string Line(object part) => Serialize(part, Formatting.None);

    /// <summary>The error for a file that cannot be used.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="why">The problem, without a full stop.</param>
    /// <param name="cause">The cause; null without one.</param>
    public SigmaEngineException Damaged(string path, string why, Exception? cause = null)
    {
        var next = nextStep.Length > 0 ? " " + nextStep : "";
        return Error(path, $"'{path}' is not {kind}: {why.TrimEnd('.')}.{next}", cause);
    }

    private T Parse(string path)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(TextFileReader.Read(path, ErrorCode.InvalidSpec), Settings)
                ?? throw Damaged(path, "it does not contain a JSON object");
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.InvalidSpec)
        {
            throw Damaged(path, "it is empty, or it is not text in UTF-8 or UTF-16", e);
        }
        catch (Exception e) when (e is JsonException or OverflowException or FormatException or ArgumentException or InvalidCastException)
        {
            throw Damaged(path, e.Message, e);
        }
    }

    private static string Serialize(object value, Formatting formatting)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var serializer = JsonSerializer.Create(Settings);
        serializer.Formatting = formatting;
        serializer.Serialize(text, value);
        return LoneSurrogate.Replace(text.ToString(), half => $"\\u{(int)half.Value[0]:x4}");
    }

    private SigmaEngineException Error(string path, string message, Exception? cause = null) => new(code, message, cause) { Target = path };
}
