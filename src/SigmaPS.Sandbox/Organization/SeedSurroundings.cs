namespace SigmaPS.Sandbox;

/// <summary>The seeded members, folders and connections. Their IDs are the same on every run.</summary>
internal static class SeedSurroundings
{
    // The owner and folder of the document's Plugs Orders.
    private const string Ada = "Gm0tRQp8R91nfN7nhZ1RnXyhAFbGm";
    private const string AdaHome = "5d2f8c1e-6f40-4d0b-9a37-2b7d1c9e4f10";
    private const string Examples = "21c662bd-d01e-4b2a-b6c9-559670a79a1d";

    public static void Fill(SandboxOrganization organization)
    {
        Members(organization);
        Folders(organization);
        SeedCatalogue.Fill(organization);
    }

    private static void Members(SandboxOrganization organization)
    {
        organization.Add(new SandboxMember(Ada, "ada.admin@example.com", "Ada", "Admin", "admin", AdaHome));
        organization.Add(
            new SandboxMember("q7VtYb2Lw0ZkE4xJm9RcA5sHd1PnU", "carl.colleague@example.com", "Carl", "Colleague", "creator", Home("carl")));
        organization.Add(
            new SandboxMember("d25zjgNIQ46yIz3sfAWLQib7Rk0Wn", "zoë.o'neill+sigma@example.com", "Zoë", "O'Neill", "viewer", Home("zoe")));
        organization.Add(
            new SandboxMember("8nBqLx3Tg6YhW1oKv5MdE9uJf2RsC", "former@example.com", "Former", "Member", "creator", Home("former"))
            {
                IsArchived = true,
            });
    }

    private static void Folders(SandboxOrganization organization)
    {
        foreach (SandboxMember member in organization.Members)
        {
            organization.AddFolder(member.HomeFolderId, "My Documents", null, "folder", default, member.Id);
        }

        organization.AddFolder(Examples, "Examples", AdaHome, "folder", default);
        foreach (string workspace in new[] { "Retail", "Finance", "Vertrieb Süd" })
        {
            organization.AddFolder(Workspace(workspace), workspace, null, "workspace", default);
        }

        organization.AddFolder("Retail/Models");
        organization.AddFolder("Retail/Models/Sandbox");
        organization.AddFolder("Finance/Models");
    }

    private static string Home(string name) => NewIds.Stable("home:" + name);

    private static string Workspace(string name) => NewIds.Stable("folder:/" + name);
}
