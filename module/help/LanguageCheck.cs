using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SigmaPS.Help;

/// <summary>Rejects long sentences, and the phrases that language.tsv bans, in the documents that people read.</summary>
internal sealed class LanguageCheck(BuildErrors errors, LanguageRules rules)
{
    private const int MostWords = 30;
    private const int QuotedLength = 60;

    /// <param name="pages">The paths of the documents.</param>
    public void Check(IEnumerable<string> pages)
    {
        foreach (var path in pages)
        {
            var unused = rules.Allowed.Where(use => use.File == Path.GetFileName(path)).ToHashSet();
            var allowed = unused.Select(use => use.Phrase).ToHashSet();
            foreach (var sentence in SentenceReader.Read(File.ReadAllLines(path)))
            {
                CheckLength(path, sentence);
                foreach (var phrase in Phrases(path, sentence, allowed))
                {
                    unused.RemoveWhere(use => use.Phrase == phrase);
                }
            }

            // An allowed use that the text no longer needs would let the next one in.
            foreach (var use in unused)
            {
                Reject("LANG003", path, 1, $"language.tsv allows '{use.Phrase}', which this document does not contain. Remove the row.");
            }
        }
    }

    private void CheckLength(string path, Sentence sentence)
    {
        if (sentence.Words > MostWords)
        {
            var message = $"The sentence has {sentence.Words} words; at most {MostWords} are allowed. Split it: \"{Cut(sentence.Text)}\"";
            Reject("LANG001", path, sentence.Line, message);
        }
    }

    // Rejects the banned phrases of a sentence, and returns those that the document may use.
    private IReadOnlyList<string> Phrases(string path, Sentence sentence, HashSet<string> allowed)
    {
        var used = new List<string>();
        foreach (var ban in rules.Banned)
        {
            foreach (var phrase in ban.Pattern.Matches(sentence.Prose).Select(match => match.Value.Trim()))
            {
                if (allowed.Contains(phrase))
                {
                    used.Add(phrase);
                    continue;
                }

                var message = $"The phrase '{phrase}' is banned. Use {ban.Advice} instead: \"{Cut(sentence.Text)}\"";
                Reject("LANG002", path, sentence.Line, message);
            }
        }

        return used;
    }

    private void Reject(string code, string path, int line, string message) => errors.Write("language", code, path, line, message);

    private static string Cut(string text) => text.Length <= QuotedLength ? text : text[..QuotedLength] + " …";
}
