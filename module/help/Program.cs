using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace SigmaPS.Help;

/// <summary>Compiles the help or checks the language of the documents. The build starts it.</summary>
internal static class Program
{
    private const int Succeeded = 0;
    private const int FoundErrors = 1;
    private const int WrongArguments = 2;

    // The build passes the pages in a file, one path per line, because a command line of Windows is too short for them.
    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var errors = new BuildErrors(Console.Out);
        switch (arguments)
        {
            case ["compile", var pages, var folder, var mamlName]:
                new HelpCompiler(errors).Compile(Sorted(pages), folder, mamlName);
                break;
            case ["check", var pages, var rules]:
                new LanguageCheck(errors, LanguageRules.Read(rules)).Check(Sorted(pages));
                break;
            default:
                Console.Error.WriteLine("Use: compile <file of pages> <folder> <name of the MAML file>, or: check <file of pages> <rules>");
                return WrongArguments;
        }

        return errors.Count == 0 ? Succeeded : FoundErrors;
    }

    private static IEnumerable<string> Sorted(string pages) =>
        File.ReadAllLines(pages).Where(page => page.Length > 0).OrderBy(page => page, StringComparer.Ordinal);
}
