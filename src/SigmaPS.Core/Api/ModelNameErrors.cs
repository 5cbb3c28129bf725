using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Api;

/// <summary>Messages about names of data models. Sigma allows several models of one name, so a name is not always enough.</summary>
public static class ModelNameErrors
{
    private const int MostListed = 20;

    /// <summary>The error for a name that several models have: it lists each of them with its folder.</summary>
    /// <param name="name">The name as the user wrote it.</param>
    /// <param name="models">ID and folder of each model.</param>
    /// <returns>The error.</returns>
    public static SigmaEngineException Ambiguous(string name, IReadOnlyCollection<(string Id, string Folder)> models)
    {
        var listed = models.Take(MostListed).Select(model => $"{model.Id} in folder \"{model.Folder}\"");
        var more = Wording.More(models.Count, MostListed);
        return new SigmaEngineException(
            ErrorCode.ModelAmbiguous,
            $"{models.Count} data models have the name '{name}': {string.Join(", ", listed)}{more}. Use the ID instead of the name.")
        { Target = name };
    }
}
