using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A service with one data model that ignores documentVersion, as Sigma may: the last PUT wins.</summary>
internal sealed class LiveModel
{
    private readonly List<string> _versions = [];

    public LiveModel(string spec) => Publish(spec, "a colleague");

    /// <summary>The member behind the credentials.</summary>
    public const string Me = "me";

    public int Version => _versions.Count;

    /// <summary>The replacement of the response to a PUT, by the number of the PUT; null lets it through.</summary>
    public Func<int, HttpResponseMessage?> OnPut { get; set; } = _ => null;

    /// <summary>The replacement of the response to a GET of the spec; null lets it through.</summary>
    public Func<int, HttpResponseMessage?> OnGet { get; set; } = _ => null;

    /// <summary>The replacement of the response to a GET of columns or elements; null lets it through.</summary>
    public Func<string, HttpResponseMessage?> OnList { get; set; } = _ => null;

    public List<string> Sent { get; } = [];

    public int Puts => Sent.Count(line => line.StartsWith("PUT", StringComparison.Ordinal));

    public string Live => _versions[^1];

    public JsonNode First => JsonNode.Parse(Live)!["pages"]![0]!;

    /// <summary>Somebody publishes.</summary>
    public void Publish(string spec, string by)
    {
        var root = JsonNode.Parse(spec)!.AsObject();
        root["dataModelId"] = SampleModel.Id;
        root["name"] ??= "Shop";
        root["updatedBy"] = by;
        root["documentVersion"] = _versions.Count + 1;
        root["latestDocumentVersion"] = _versions.Count + 1;
        _versions.Add(root.ToJsonString());
    }

    /// <summary>A colleague publishes another name of the first page.</summary>
    public void PublishPrecious()
    {
        var root = JsonNode.Parse(Live)!;
        root["pages"]![0]!["name"] = "PRECIOUS";
        Publish(root.ToJsonString(), "a colleague");
    }

    public HttpResponseMessage Answer(HttpRequestMessage request, int number)
    {
        _ = number;
        var path = request.RequestUri!.AbsolutePath;
        Sent.Add($"{request.Method} {path[(path.LastIndexOf('/') + 1)..]}");
        if (!path.EndsWith("/spec", StringComparison.Ordinal))
        {
            return OnList(path) ?? FakeWire.Json("""{"entries":[]}""");
        }

        if (request.Method == HttpMethod.Get)
        {
            return OnGet(Sent.Count(line => line == "GET spec")) ?? FakeWire.Json(Live);
        }

        return OnPut(Puts) ?? Apply(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult());
    }

    /// <summary>Applies a body as the service does and confirms it.</summary>
    public HttpResponseMessage Apply(string body)
    {
        Publish(body, Me);
        return FakeWire.Json($$"""{"success":true,"dataModelId":"{{SampleModel.Id}}"}""");
    }
}
