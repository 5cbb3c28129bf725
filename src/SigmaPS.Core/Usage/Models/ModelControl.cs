using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>A control of a model, and the items of other models that it names by ID.</summary>
internal sealed record ModelControl(string ElementId, string ControlId, string Name, IReadOnlyList<UsageItem> Targets);
