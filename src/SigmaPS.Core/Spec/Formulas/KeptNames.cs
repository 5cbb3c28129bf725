using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What the end of an edit did to keep the names of columns.</summary>
/// <param name="Touched">The columns whose name is written out now.</param>
/// <param name="Reading">The models after the edit; null if names were written out or taken out after they had been read.</param>
internal sealed record KeptNames(IReadOnlyList<TouchedItem> Touched, IReadOnlyList<ModelScope>? Reading);
