using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>The style sheet or the script of the page, embedded in the assembly, with the hash that the page's policy allows.</summary>
internal sealed class PageAsset
{
    private const string Prefix = "SigmaPS.Core.Page.";

    // One script in one scope: each file uses the constants of the files before it.
    private static readonly string[] Scripts = { "model.js", "tree.js", "search.js", "chain.js", "panel.js", "drawing.js", "page.js" };
    private static readonly Lazy<PageAsset> EmbeddedStyle = new(() => new PageAsset("page.css"));
    private static readonly Lazy<PageAsset> EmbeddedScript = new(() => new PageAsset(Scripts));

    private PageAsset(params string[] names)
    {
        Text = string.Concat(names.Select(Read));
        using var sha = SHA256.Create();
        Hash = "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(Text)));
    }

    /// <summary>The style sheet.</summary>
    public static PageAsset Style => EmbeddedStyle.Value;

    /// <summary>The script.</summary>
    public static PageAsset Script => EmbeddedScript.Value;

    /// <summary>The text between the tags.</summary>
    public string Text { get; }

    /// <summary>Its hash for a Content-Security-Policy.</summary>
    public string Hash { get; }

    // A browser hashes the text with LF, so a file with other line ends would be blocked.
    private static string Read(string name)
    {
        using var stream = typeof(PageAsset).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
