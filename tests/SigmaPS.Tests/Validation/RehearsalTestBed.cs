using System;
using System.IO;
using System.Linq;
using SigmaPS.Sandbox;
using SigmaPS.Tests.Support;

namespace SigmaPS.Tests.Validation;

/// <summary>A rehearsal of the spec $file, which has one broken column, with the scratch folder $folder.</summary>
public abstract class RehearsalTestBed : SandboxTest
{
    private protected const string Prefix = "SigmaPS rehearsal ";

    private const string Spec = """
        {
          "name": "Trial",
          "schemaVersion": 1,
          "pages": [
            {
              "id": "p1",
              "name": "Page 1",
              "elements": [
                {
                  "id": "e1",
                  "kind": "table",
                  "source": { "kind": "sql", "connectionId": "c", "statement": "select 1 as A" },
                  "name": "Orders",
                  "columns": [
                    { "id": "a", "formula": "[Custom SQL/A]", "name": "A" },
                    {
                      "id": "bad",
                      "name": "Bad",
                      "formula": "Frobnicate([A])"
                    },
                    { "id": "good", "formula": "Abs([A])", "name": "Good" },
                    { "id": "after", "formula": "[Bad] + 1", "name": "After" }
                  ]
                }
              ]
            }
          ]
        }
        """;

    /// <summary>The ID of the scratch folder.</summary>
    private protected string Scratch { get; private set; } = "";

    private protected SandboxModel[] Scratches =>
        [.. Organization.Models.Where(model => model.Name.StartsWith(Prefix, StringComparison.Ordinal))];

    private protected SandboxModel[] Left => [.. Scratches.Where(model => !model.IsArchived)];

    private protected override void Arrange()
    {
        Server.Options.NewFileDelay = TimeSpan.FromHours(1);
        Scratch = Organization.AddFolder("Scratch");
        Shell.Set("folder", Scratch);
        Shell.Set("file", Write("m.json", Spec.Replace("\"c\"", $"\"{Organization.Connections[0].Id}\"", StringComparison.Ordinal)));
        Shell.Set("work", Folder.FullName);
    }

    private protected string Write(string name, string text)
    {
        string path = Path.Combine(Folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
