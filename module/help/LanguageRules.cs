using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>The content of language.tsv.</summary>
internal sealed record LanguageRules(IReadOnlyList<BannedPhrase> Banned, IReadOnlyList<AllowedUse> Allowed)
{
    public static LanguageRules Read(string path)
    {
        var rows = File.ReadAllLines(path)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToLookup(row => row[0]);
        return new LanguageRules(
            rows["ban"].Select(row => new BannedPhrase(new Regex(row[1]), row[2])).ToList(),
            rows["allow"].Select(row => new AllowedUse(row[1], row[2])).ToList());
    }
}
