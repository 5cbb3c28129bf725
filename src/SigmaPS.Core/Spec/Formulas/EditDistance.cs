namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Compares names that differ by one slip of the keyboard.</summary>
internal static class EditDistance
{
    /// <summary>Whether one letter was added, left out, replaced or swapped with its neighbor; case does not count.</summary>
    public static bool IsOne(string known, string name)
    {
        if (known.Length > name.Length)
        {
            return IsOne(name, known);
        }

        // Here known is the shorter name, or both have one length.
        var head = 0;
        while (head < known.Length && Same(known[head], name[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < known.Length - head && Same(known[known.Length - 1 - tail], name[name.Length - 1 - tail]))
        {
            tail++;
        }

        var left = known.Length - head - tail;
        return (name.Length - known.Length) switch
        {
            0 => left == 1 || (left == 2 && Same(known[head], name[head + 1]) && Same(known[head + 1], name[head])),
            1 => left == 0,
            _ => false,
        };
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
