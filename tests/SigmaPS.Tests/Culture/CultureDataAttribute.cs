using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit.Sdk;

namespace SigmaPS.Tests.Culture;

/// <summary>
/// One row per culture whose rules differ: the letter i (tr-TR), decimal comma (de-DE), calendar (th-TH), minus sign (sv-SE), time
/// separator (fi-FI).
/// Without ICU the runtime has no cultures, and the row is reported as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CultureDataAttribute : DataAttribute
{
    private static readonly string[] Names = ["tr-TR", "de-DE", "th-TH", "sv-SE", "fi-FI"];

    /// <summary>Sets the reason for skipping where the runtime has no cultures.</summary>
    public CultureDataAttribute() =>
        Skip = HasCultures() ? null : "The runtime has no cultures: ICU is missing or DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set.";

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Names.Select(name => new object[] { name });

    private static bool HasCultures()
    {
        try
        {
            return CultureInfo.GetCultureInfo("tr-TR").TextInfo.ToLower('I') == 'ı';
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
