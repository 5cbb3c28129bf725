using System;
using System.Collections.Generic;
using System.IO;
using System.Xml.Linq;

namespace SigmaPS.Help;

/// <summary>Compiles docs/Verb-Noun.md (platyPS's layout) into MAML and docs/about_*.md into help texts.</summary>
internal sealed class HelpCompiler(BuildErrors errors)
{
    /// <param name="pages">The paths of the pages.</param>
    /// <param name="folder">The folder of the help: the module's en-US.</param>
    /// <param name="mamlName">The name of the MAML file.</param>
    public void Compile(IEnumerable<string> pages, string folder, string mamlName)
    {
        Directory.CreateDirectory(folder);
        var cmdlets = new XElement(Maml.HelpItems, new XAttribute("schema", "maml"));
        foreach (var path in pages)
        {
            try
            {
                var page = PageReader.Read(path);
                if (page.Title.StartsWith("about_", StringComparison.Ordinal))
                {
                    File.WriteAllText(Path.Combine(folder, page.Title + ".help.txt"), AboutTopic.Format(page));
                }
                else
                {
                    cmdlets.Add(new CmdletPage(page).ToXml());
                }
            }
            catch (MalformedPageException e)
            {
                errors.Write("help", "HELP001", path, e.Line, e.Message);
            }
        }

        if (errors.Count == 0)
        {
            new XDocument(cmdlets).Save(Path.Combine(folder, mamlName));
        }
    }
}
