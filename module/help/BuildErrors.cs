using System.IO;

namespace SigmaPS.Help;

/// <summary>Writes errors in the form that MSBuild reads from the output of a program: file, line, code and message.</summary>
internal sealed class BuildErrors(TextWriter output)
{
    /// <summary>The number of errors that were written.</summary>
    public int Count { get; private set; }

    public void Write(string subject, string code, string file, int line, string message)
    {
        Count++;
        output.WriteLine($"{file}({line}): {subject} error {code}: {message}");
    }
}
