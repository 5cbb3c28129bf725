using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Diagrams;

/// <summary>The page in a real browser: its script runs under the policy of the page.</summary>
public sealed class BrowserTests : ShellTest
{
    [BrowserFact]
    public async Task Page_shows_the_chain_of_the_column_in_its_address()
    {
        string model = Path.Combine(Repository.Root, "src", "SigmaPS.Sandbox", "Models", "sales-core.json");
        string html = Run($"ConvertTo-SigmaDiagram -LiteralPath '{model}' -As Html").MustSucceed().Texts.Single()!;
        string file = Path.Combine(Folder.FullName, "page.html");
        await File.WriteAllTextAsync(file, html);
        HtmlPage page = new(html);
        string column = page.Rows.Last(row => page.Reads(row).Any()).Attribute("id")!.Value;
        string dom = await DumpAsync(new Uri(file).AbsoluteUri + "#" + column);
        Assert.Contains($"id=\"{column}\" data-kind=", dom);
        Assert.Contains("<svg id=\"chain\"", dom);
        Assert.Contains("<h3>Comes from</h3>", dom);
        Assert.Contains("aria-selected=\"true\"", dom);
    }

    private async Task<string> DumpAsync(string address)
    {
        string profile = "--user-data-dir=" + Path.Combine(Folder.FullName, "profile");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-software-rasterizer", "--disable-extensions",
            "--disable-background-networking", "--disable-component-update", profile, "--dump-dom", address,
        ];
        ProcessStartInfo start = new(BrowserFactAttribute.Program!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return output;
    }
}
