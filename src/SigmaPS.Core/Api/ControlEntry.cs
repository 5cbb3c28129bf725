using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A control of a workbook or report: Sigma lists its name, not its targets.</summary>
public sealed class ControlEntry
{
    /// <summary>The control's name, which formulas use.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";
}
