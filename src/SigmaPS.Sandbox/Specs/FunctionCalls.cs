using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace SigmaPS.Sandbox;

/// <summary>Compares the functions of a formula with the service's list (sigma-functions.md). The sandbox has its own table.</summary>
internal static class FunctionCalls
{
    private static readonly Lazy<Dictionary<string, int>> Fewest = new(Read);

    /// <summary>Whether every call is of a listed function and has enough arguments.</summary>
    public static bool AreGood(string formula)
    {
        foreach ((string name, int arguments) in All(formula))
        {
            if (!Fewest.Value.TryGetValue(name, out int fewest) || arguments < fewest)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a call is of a function that the service refuses in a data model, such as SumOver.</summary>
    public static bool HasOver(string formula)
    {
        foreach ((string name, _) in All(formula))
        {
            if (name.EndsWith("Over", StringComparison.Ordinal) && Fewest.Value.ContainsKey(name[..^4]))
            {
                return true;
            }
        }

        return false;
    }

    private static List<(string Name, int Arguments)> All(string formula)
    {
        List<(string, int)> found = [];
        Stack<(string? Name, int Commas, bool IsEmpty)> open = new();
        string? word = null;
        for (int at = 0; at < formula.Length; at++)
        {
            char c = formula[at];
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (c != ')' && open.TryPop(out (string? Name, int Commas, bool IsEmpty) inside))
            {
                open.Push((inside.Name, inside.Commas + (c == ',' ? 1 : 0), false));
            }

            if (char.IsLetter(c) || c == '_')
            {
                int start = at;
                while (at + 1 < formula.Length && (char.IsLetterOrDigit(formula[at + 1]) || formula[at + 1] == '_'))
                {
                    at++;
                }

                word = formula[start..(at + 1)];
                continue;
            }

            if (c == '(')
            {
                open.Push((IsOperator(word) ? null : word, 0, true));
            }
            else if (c == ')' && open.TryPop(out (string? Name, int Commas, bool IsEmpty) closed) && closed.Name is not null)
            {
                found.Add((closed.Name, closed.IsEmpty ? 0 : closed.Commas + 1));
            }
            else if (c is '"' or '\'' or '[')
            {
                at = End(formula, at + 1, c == '[' ? ']' : c);
            }

            word = null;
        }

        return found;
    }

    private static bool IsOperator(string? word) => word?.ToUpperInvariant() is "AND" or "OR" or "NOT";

    private static int End(string formula, int from, char closing)
    {
        int at = from;
        while (at < formula.Length && formula[at] != closing)
        {
            at += formula[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static Dictionary<string, int> Read()
    {
        Dictionary<string, int> fewest = new(StringComparer.Ordinal);
        using StreamReader reader = new(typeof(FunctionCalls).Assembly.GetManifestResourceStream("functions.txt")!);
        while (reader.ReadLine() is string line)
        {
            string[] fields = line.Split(' ');
            fewest.Add(fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }

        return fewest;
    }
}
