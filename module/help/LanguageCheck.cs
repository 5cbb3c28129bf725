using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Rejects long sentences, and the phrases that language.tsv bans, in the documents that people read.</summary>
public sealed class LanguageCheck : Task
{
    private const int MostWords = 30;
    private const int QuotedLength = 60;

    /// <summary>The documents.</summary>
    [Required]
    public ITaskItem[] Pages { get; set; }

    /// <summary>The file with the banned phrases and the allowed uses.</summary>
    [Required]
    public string Rules { get; set; }

    public override bool Execute()
    {
        var rows = File.ReadAllLines(Rules).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        var bans = rows.Where(row => row[0] == "ban").Select(row => new Ban(new Regex(row[1]), row[2])).ToList();
        var allowed = rows.Where(row => row[0] == "allow").Select(row => new Allowed(row[1], row[2])).ToList();
        foreach (var path in Pages.Select(page => page.GetMetadata("FullPath")).OrderBy(path => path, StringComparer.Ordinal))
        {
            var uses = allowed.Where(use => use.File == Path.GetFileName(path)).ToList();
            foreach (var sentence in Sentence.Read(File.ReadAllLines(path)))
            {
                Check(path, sentence, bans, uses);
            }

            // An allowed use that no text needs any more would let the next one in.
            uses.Where(use => !use.IsUsed)
                .ToList()
                .ForEach(use =>
                    Reject("LANG003", path, 1, $"language.tsv allows '{use.Phrase}', which this document does not contain. Remove the row.")
                );
        }

        return !Log.HasLoggedErrors;
    }

    private void Check(string path, Sentence sentence, List<Ban> bans, List<Allowed> uses)
    {
        if (sentence.Words > MostWords)
        {
            Reject(
                "LANG001",
                path,
                sentence.Line,
                $"The sentence has {sentence.Words} words; at most {MostWords} are allowed. Split it: \"{Cut(sentence.Text)}\"");
        }

        foreach (var ban in bans)
        {
            foreach (var phrase in ban.Pattern.Matches(sentence.Prose).Cast<Match>().Select(match => match.Value.Trim()))
            {
                var use = uses.FirstOrDefault(known => known.Phrase == phrase);
                if (use != null)
                {
                    use.IsUsed = true;
                    continue;
                }

                Reject(
                    "LANG002",
                    path,
                    sentence.Line,
                    $"The phrase '{phrase}' is banned. Use {ban.Advice} instead: \"{Cut(sentence.Text)}\"");
            }
        }
    }

    private void Reject(string code, string path, int line, string message) =>
        Log.LogError("language", code, null, path, line, 0, 0, 0, message);

    private static string Cut(string text) => text.Length <= QuotedLength ? text : text.Substring(0, QuotedLength) + " …";

    private sealed class Ban
    {
        public Ban(Regex pattern, string advice)
        {
            Pattern = pattern;
            Advice = advice;
        }

        public Regex Pattern { get; }

        public string Advice { get; }
    }

    private sealed class Allowed
    {
        public Allowed(string file, string phrase)
        {
            File = file;
            Phrase = phrase;
        }

        public string File { get; }

        public string Phrase { get; }

        public bool IsUsed { get; set; }
    }

    /// <summary>A sentence of a paragraph, a list item, a heading or a cell of a table.</summary>
    private sealed class Sentence
    {
        private static readonly Regex Starts = new Regex(@"^\s*([-*+]|\d+\.)\s");
        private static readonly Regex Ends = new Regex(@"(?<=[.!?][""”)*]*)\s+");

        private Sentence(int line, string text)
        {
            Line = line;
            Text = Regex.Replace(text, @"\s+", " ").Trim();
            var plain = Regex.Replace(Regex.Replace(Text, @"`[^`]*`", "`code`"), @"\]\([^)]*\)", "]");
            Words = plain.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));

            // Code, addresses and quoted text (messages of the module, words of Sigma) are not the document's own words.
            Prose = Regex.Replace(Regex.Replace(plain, @"`code`|https?://\S+", "`"), @"""[^""]*""", "\"");
        }

        public int Line { get; }

        public string Text { get; }

        public string Prose { get; }

        public int Words { get; }

        public static IEnumerable<Sentence> Read(string[] lines)
        {
            var block = new List<string>();
            var first = 0;
            var isCode = false;
            for (var i = lines.FirstOrDefault() == "---" ? Array.IndexOf(lines, "---", 1) + 1 : 0; i <= lines.Length; i++)
            {
                var line = i < lines.Length ? lines[i].Trim() : "";
                var isFence = line.StartsWith("```", StringComparison.Ordinal);
                var isAlone = line.StartsWith("#", StringComparison.Ordinal) || line.StartsWith("|", StringComparison.Ordinal);
                if (line.Length == 0 || isFence || isAlone || isCode || Starts.IsMatch(line))
                {
                    foreach (var sentence in Split(string.Join("\n", block), first))
                    {
                        yield return sentence;
                    }

                    block.Clear();
                }

                isCode ^= isFence;
                if (isCode || isFence || line.Length == 0 || line.StartsWith("<!--", StringComparison.Ordinal))
                {
                    continue;
                }

                first = block.Count == 0 ? i + 1 : first;
                foreach (
                    var sentence in isAlone
                        ? line.Trim('#', '|', ' ').Split(new[] { " | " }, StringSplitOptions.None).SelectMany(cell => Split(cell, i + 1))
                        : Enumerable.Empty<Sentence>())
                {
                    yield return sentence;
                }

                if (!isAlone)
                {
                    block.Add(line);
                }
            }
        }

        // Full stops in code do not end a sentence; code keeps its length, so that the places stay the same.
        private static IEnumerable<Sentence> Split(string text, int line)
        {
            var masked = Regex.Replace(text, @"`[^`]*`|\]\([^)]*\)|\b(e\.g|i\.e|etc)\.", match => new string('c', match.Length));
            var start = 0;
            foreach (
                var end in Ends.Matches(masked).Cast<Match>().Select(match => match.Index + match.Length).Concat(new[] { text.Length }))
            {
                var sentence = text.Substring(start, end - start);
                if (sentence.Trim().Length > 0)
                {
                    yield return new Sentence(line + text.Take(start).Count(sign => sign == '\n'), sentence);
                }

                start = end;
            }
        }
    }
}
