using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The walk of "Update a data model from a code representation", step by step.</summary>
internal static class WalkSteps
{
    private const string PlugsOrders = "467bc369-5db7-4963-8172-b24a49dbc75b";
    private const string SpecPath = "/v2/dataModels/" + PlugsOrders + "/spec";

    public static IReadOnlyList<WalkStep> All { get; } =
    [
        new(
            "Connect with the API credentials in the environment",
            "Connect-Sigma -PassThru",
            "one token and whoami were requested",
            server => server.Requests.Count("POST", "/v2/auth/token") == 1 && server.Requests.Count("GET", "/v2/whoami") == 1),
        new("List the data models", "Get-SigmaDataModel", "one list request was made, for pages of 1,000", server =>
            server.Requests.Find("GET", "/v2/dataModels").Count == 1
            && server.Requests.Last("GET", "/v2/dataModels")!.Query.Contains("limit=1000")),
        new(
            "Get the representation of Plugs Orders",
            "$spec = Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelSpec\n$spec",
            "the spec was requested as JSON",
            server => server.Requests.Last("GET", SpecPath)?.Accept == "application/json"),
        new(
            "Keep two of its columns",
            "$table = $spec.pages[0].elements[0]\n$spec = $spec | Select-SigmaSpecColumn -Element $table.name -Name 'Order Number', "
                + "'Date'\n$table.columns",
            "nothing was sent",
            server => server.Requests.Count("PUT") == 0),
        new("See what would happen", "$spec | Set-SigmaDataModelSpec -WhatIf", "nothing was written", server =>
            server.Requests.Count("PUT") == 0 && Live(server).LatestVersion == 2),
        new(
            "Try it without -AllowRemoval",
            "$spec | Set-SigmaDataModelSpec",
            "it was refused before anything was sent",
            server => server.Requests.Count("PUT") == 0,
            IsRefused: true),
        new(
            "Put it back",
            "$spec | Set-SigmaDataModelSpec -AllowRemoval -PassThru",
            "one PUT made version 3 with the two columns, and nothing else changed",
            server =>
                server.Requests.Count("PUT") == 1
                && Live(server).LatestVersion == 3
                && Columns(server).SequenceEqual(["Order Number", "Date"])),
        new(
            "Read it back",
            "$now = Get-SigmaDataModelSpec $spec.dataModelId\n$now.documentVersion\n$now.pages[0].elements[0].columns",
            "the next version is live",
            server => Live(server).LatestVersion == 3),
        new("Put it back once more", "$now | Set-SigmaDataModelSpec -PassThru", "there was nothing to do, so nothing was sent", server =>
            server.Requests.Count("PUT") == 1),
        new("Disconnect", "Disconnect-Sigma", "nothing more was sent", server => server.Requests.Count("PUT") == 1),
    ];

    private static SandboxModel Live(SandboxServer server) => server.Organization.GetModel(PlugsOrders);

    private static IEnumerable<string?> Columns(SandboxServer server) =>
        JsonNode.Parse(Live(server).SpecJson)!["pages"]![0]!["elements"]![0]!["columns"]!
            .AsArray()
            .Select(column => column!["name"]?.GetValue<string>());
}
