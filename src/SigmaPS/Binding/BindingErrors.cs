using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>The errors of arguments.</summary>
internal static partial class BindingErrors
{
    private const int MostRules = 10;

    /// <summary>The error of a bound parameter without a value, including how to omit the parameter.</summary>
    public static Core.Diagnostics.SigmaEngineException Empty(EmptyArgument empty, string command) =>
        Invalid(
            $"-{empty.Parameter} of {command} has no value: it is {empty.Value}. Check the variable that you pass. "
                + $"To omit -{empty.Parameter}, leave it out; where it is optional, use splatting: "
                + $"$p = @{{}}; if ($value) {{ $p.{empty.Parameter} = $value }}; {command} @p.");

    public static ArgumentTransformationMetadataException NullItem() =>
        new("The list contains $null. Check the variable that you pass.");

    public static ArgumentTransformationMetadataException NotADate(object value) =>
        new($"{value} is not a date. Use a date such as 2026-11-27, or a time span with its unit: 7d, 12h or 30m.");

    public static ArgumentTransformationMetadataException TooLong() =>
        new("The time is before the first date of the calendar. Use a shorter time span.");

    /// <summary>The error for a name that no item has. It suggests existing names.</summary>
    /// <param name="kind">The error code.</param>
    /// <param name="one">The kind of item, for example column.</param>
    /// <param name="sought">The name.</param>
    /// <param name="existing">The names of the items that exist.</param>
    /// <param name="where">The end of the first sentence, if these are not all items.</param>
    public static Core.Diagnostics.SigmaEngineException NotFound(
        Core.Diagnostics.ErrorCode kind, string one, string sought, IEnumerable<string> existing, string where = "") =>
        new(
            kind,
            $"The {one} '{sought}' was not found{where}. {Core.Spec.Validation.ExistingNames.Describe(sought, existing, one + "s")}")
        {
            Target = sought,
        };

    public static Core.Diagnostics.SigmaEngineException FolderAmbiguous(string path, IReadOnlyCollection<Core.Api.FileEntry> found)
    {
        var listed = string.Join(", ", found.Select(folder => $"{folder.Id} ({folder.FullPath})"));
        return new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"{found.Count} folders have the path '{path}': {listed}. Use the ID instead of the path.")
        {
            Target = path,
        };
    }

    public static Core.Diagnostics.SigmaEngineException MemberNotFound(string address) =>
        Invalid($"No member has the e-mail address {address}. To list members, run: Get-SigmaMember.");

    public static Core.Diagnostics.SigmaEngineException EmptyRule(string parameter) =>
        Invalid($"-{parameter} has an empty rule ID. Specify the ID of a rule, for example formula-syntax.");

    public static Core.Diagnostics.SigmaEngineException UnknownRule(string parameter, string id, IReadOnlyList<string> near)
    {
        var names = string.Join(", ", near.Take(MostRules));
        var existing = near.Count > MostRules
            ? $"Existing rules ({near.Count}): {names} and {near.Count - MostRules} more."
            : $"Did you mean {names}?";
        return Invalid($"-{parameter} '{id}' is not the ID of a rule. {existing}");
    }

    public static Core.Diagnostics.SigmaEngineException InvalidRulePattern(string pattern, Exception cause) =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, $"'{pattern}' is not a valid pattern for rules: {cause.Message}", cause);

    public static Core.Diagnostics.SigmaEngineException NoRuleMatches(string pattern, IEnumerable<string> rules) =>
        new(
            Core.Diagnostics.ErrorCode.InvalidArgument,
            $"'{pattern}' does not match a rule. {Core.Spec.Validation.ExistingNames.Describe(pattern, rules, "rules")}")
        {
            Target = pattern,
        };

    public static Core.Diagnostics.SigmaEngineException BodyOfGet() =>
        Invalid("A Get request has no body. Use -Query, or specify -Method.");

    public static Core.Diagnostics.SigmaEngineException AllOfWrite() =>
        Invalid("-All reads lists, so it requires the method Get. Omit -All or -Method.");

    public static Core.Diagnostics.SigmaEngineException BodyNotJson(Core.Spec.Json.JsonSyntaxException cause) =>
        Invalid(
            $"The text of -Body is not valid JSON: {cause.Message}. Use JSON, or a hashtable or object, which is converted to JSON.");

    public static Core.Diagnostics.SigmaEngineException BodyNotRepresentable(Core.Spec.Json.NotRepresentableException cause) =>
        new(
            Core.Diagnostics.ErrorCode.SpecNotRepresentable,
            $"The object of -Body cannot be converted to JSON: at {cause.Place}, {cause.Message}.",
            cause);

    private static Core.Diagnostics.SigmaEngineException Invalid(string message) =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, message);
}
