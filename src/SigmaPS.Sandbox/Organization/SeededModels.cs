using System;
using System.IO;
using System.Linq;
using System.Text;

namespace SigmaPS.Sandbox;

/// <summary>The seeded models: one embedded document each, in the form of GET spec.</summary>
internal static class SeededModels
{
    private const string Folder = "Models/";

    private static readonly string[] Texts =
    [
        .. typeof(SeededModels).Assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static void Fill(SandboxOrganization organization)
    {
        foreach (string text in Texts)
        {
            organization.AddModel(text);
        }

        // Properties of a model that its document does not contain.
        organization.Archive(organization.GetModelByName("Retired Model").Id);
        organization.AddUnrepresentedElement(
            organization.GetModelByName("Empty Page").Id,
            "Targets by hand",
            "input-table",
            "Store",
            "Target");
        organization.AddTag(organization.GetModelByName("Orders Joined").Id, "Production");
        SandboxModel plugs = organization.GetModelByName("Plugs Orders");
        organization.Share(plugs.Id, organization.Colleague.Id, null, "view");
        organization.AddSchedule(plugs.Id, "PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA");
    }

    private static string Read(string resource)
    {
        using StreamReader reader = new(typeof(SeededModels).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
