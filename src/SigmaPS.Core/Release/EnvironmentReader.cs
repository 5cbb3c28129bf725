using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Release;

/// <summary>Reads sigma.environments.json. One error contains all its problems, each with its line.</summary>
public sealed class EnvironmentReader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "sigma.environments.json";

    private static readonly string[] Lists = { "models", "publishers" };
    private static readonly string[] Maps = { "connections", "paths", "users", "teams", "userAttributes", "dataModels", "variables" };

    private readonly string _path;
    private readonly LineMap _lines;
    private readonly List<string> _problems = new();

    private EnvironmentReader(string path, string text)
    {
        _path = path;
        _lines = new LineMap(text);
    }

    /// <summary>The keys that an environment may have.</summary>
    public static IEnumerable<string> Keys => new[] { "host", "organization", "folder" }.Concat(Lists).Concat(Maps);

    /// <summary>Reads one environment of a file.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="name">The environment.</param>
    /// <returns>The environment.</returns>
    /// <exception cref="SigmaEngineException">The file cannot be read or is wrong, or has no such environment.</exception>
    public static ReleaseEnvironment Read(string path, string name)
    {
        var text = TextFileReader.Read(path, ErrorCode.InvalidEnvironment);
        try
        {
            return new EnvironmentReader(path, text).One(JsonTree.Parse(text), name);
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidEnvironment,
                $"'{path}' is not valid JSON: {e.Problem} at line {e.Position.Line}, column {e.Position.Column}.",
                e)
            {
                Target = path,
            };
        }
    }

    /// <summary>The names of the environments of a file. Other problems of the file do not matter.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <returns>The names; empty if the file is not valid JSON, or is empty or not text.</returns>
    public static IReadOnlyList<string> Names(string path) => All(path).Select(member => member.Name).ToList();

    /// <summary>The environments of a file as they are written. Other problems of the file do not matter.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <returns>The environments; empty if the file is not valid JSON, or is empty or not text.</returns>
    internal static JsonObject All(string path)
    {
        try
        {
            var root = JsonTree.Parse(TextFileReader.Read(path, ErrorCode.InvalidEnvironment)) as JsonObject;
            return root?.Object("environments") ?? new JsonObject();
        }
        catch (Exception e) when (e is JsonSyntaxException or SigmaEngineException { Kind: ErrorCode.InvalidEnvironment })
        {
            // An editor can have saved half a file. The command that reads the file reports its problems.
            return new JsonObject();
        }
    }

    /// <summary>Finds the file: in a folder, or the nearest one above it.</summary>
    /// <param name="folder">The full path of the folder of models.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="SigmaEngineException">The file does not exist.</exception>
    public static string Find(string folder) => TryFind(folder) ?? throw new SigmaEngineException(
        ErrorCode.InvalidEnvironment,
        $"The file {FileName} was not found in '{folder}' or above it. Specify the file with -EnvironmentPath.")
    { Target = folder };

    /// <summary>Finds the file; null if it does not exist.</summary>
    internal static string? TryFind(string folder)
    {
        for (var at = new System.IO.DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, FileName);
            if (System.IO.File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private ReleaseEnvironment One(JsonValue value, string name)
    {
        var all = new List<ReleaseEnvironment>();
        if (Object(value, "the file") is { } root)
        {
            Known(root, new[] { "$schema", "environments" }, "the file");
            foreach (var member in Object(root["environments"], "'environments'", root) ?? new JsonObject())
            {
                all.Add(Environment(member.Name, member.Value));
            }
        }

        ThrowProblems();
        var variables = new HashSet<string>(all.SelectMany(environment => environment.VariableTexts.Keys), StringComparer.Ordinal);
        var found = all.FirstOrDefault(environment => environment.Name == name)
            ?? throw ReleaseErrors.UnknownEnvironment(_path, name, all);
        found.KnownVariables = variables;
        found.Variables = found.VariableTexts.ToDictionary(
            pair => pair.Key,
            pair => VariableValue.Read(
                pair.Value.Text,
                System.Environment.GetEnvironmentVariable,
                problem => _problems.Add($"{pair.Value.Place}: '{pair.Key}' in 'variables' of environment '{name}': {problem}")),
            StringComparer.Ordinal);
        ThrowProblems();
        return found;
    }

    private void ThrowProblems()
    {
        if (_problems.Count > 0)
        {
            var message = $"'{_path}' cannot be used: {string.Join("; ", _problems)}.";
            throw new SigmaEngineException(ErrorCode.InvalidEnvironment, message) { Target = _path };
        }
    }

    private ReleaseEnvironment Environment(string name, JsonValue value)
    {
        var environment = new ReleaseEnvironment(name, _path);
        var called = $"environment '{name}'";
        if (Object(value, called) is { } o)
        {
            Known(o, Keys, called);
            environment.Host = Optional(o, "host", called);
            environment.Organization = Required(o, "organization", called);
            environment.Folder = Required(o, "folder", called);
            environment.Models = List(o, "models", called);
            environment.Publishers = List(o, "publishers", called);
            environment.Connections = Map(o, "connections", called);
            environment.Paths = Map(o, "paths", called);
            environment.Users = Map(o, "users", called);
            environment.Teams = Map(o, "teams", called);
            environment.UserAttributes = Map(o, "userAttributes", called);
            environment.DataModels = Map(o, "dataModels", called);
            environment.VariableTexts = Map(o, "variables", called);
        }

        return environment;
    }

    private void Known(JsonObject o, IEnumerable<string> keys, string called)
    {
        foreach (var member in o.Where(member => !keys.Contains(member.Name)))
        {
            var hint = SpellingSuggestion.To(member.Name, keys) is { } meant
                ? $"; did you mean '{meant}'?"
                : $" (it may have {string.Join(", ", keys)})";
            Problem(member.Value, $"{called} has the unknown key '{member.Name}'{hint}");
        }
    }

    private LocatedText Required(JsonObject o, string key, string called)
    {
        if (!o.Has(key))
        {
            Problem(o, $"{called} lacks '{key}'");
        }

        return Optional(o, key, called) ?? new LocatedText("", "");
    }

    private LocatedText? Optional(JsonObject o, string key, string called) =>
        o[key] is { } value ? Text(value, $"'{key}' of {called}") : null;

    private IReadOnlyList<LocatedText> List(JsonObject o, string key, string called)
    {
        if (o[key] is { } value and not JsonArray)
        {
            Problem(value, $"'{key}' of {called} has to be a list of texts in [ ]");
        }

        return (o.Array(key) ?? new JsonArray()).Select(item => Text(item, $"an item of '{key}' of {called}")).ToList();
    }

    private IReadOnlyDictionary<string, LocatedText> Map(JsonObject o, string key, string called) =>
        (o[key] is { } value ? Object(value, $"'{key}' of {called}") ?? new JsonObject() : new JsonObject())
        .GroupBy(member => member.Name, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => Text(group.Last().Value, $"'{group.Key}' in '{key}' of {called}", key == "variables"),
            StringComparer.Ordinal);

    private LocatedText Text(JsonValue value, string called, bool takesReferences = false)
    {
        var place = Place(value);
        if (value is JsonString { Value.Length: > 0 } text)
        {
            if (!takesReferences && VariableValue.Refers(text.Value))
            {
                Problem(value, $"{called} names an environment variable. Only the values of 'variables' can come from the environment");
            }

            return new LocatedText(text.Value, place);
        }

        var expected = value is JsonString ? "a text that is not empty" : "a text in quotes";
        Problem(value, $"{called} has to be {expected}");
        return new LocatedText("", place);
    }

    private JsonObject? Object(JsonValue? value, string called, JsonValue? within = null)
    {
        if (value is not JsonObject)
        {
            Problem(value ?? within!, value is null ? $"{called} is missing" : $"{called} has to be an object in {{ }}");
        }

        return value as JsonObject;
    }

    private void Problem(JsonValue at, string problem) => _problems.Add($"{Place(at)}: {problem}");

    private string Place(JsonValue value)
    {
        var position = _lines.At(value.Offset);
        return $"line {position.Line}, column {position.Column}";
    }
}
