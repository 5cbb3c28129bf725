using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Reports;

/// <summary>One version in a report of a log of changes.</summary>
/// <param name="Model">The model's ID, or its name if the ID is not known.</param>
/// <param name="Name">The model's name.</param>
/// <param name="Version">The version, or the range of versions.</param>
/// <param name="By">The person who saved it.</param>
/// <param name="At">When it was saved; null if that is not known.</param>
/// <param name="Summary">The number of changes by kind.</param>
/// <param name="Changes">The changes.</param>
public sealed record LoggedVersion(string Model, string Name, string Version, string By, DateTimeOffset? At, string Summary,
    IReadOnlyList<SpecChange> Changes);
