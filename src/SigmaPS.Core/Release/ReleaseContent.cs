using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>The content that a release sends for one model.</summary>
internal static class ReleaseContent
{
    /// <summary>The plan's own content, or the file's with the environment's values.</summary>
    /// <remarks>It is made again when it is sent, because the IDs of models that it depends on may be known only then.</remarks>
    /// <param name="item">The model.</param>
    /// <param name="target">The environment.</param>
    /// <param name="upstreams">The models that it depends on, as far as they are live.</param>
    /// <exception cref="SigmaEngineException">A value of the environment is missing.</exception>
    public static SpecDocument Render(
        ReleaseItem item,
        ResolvedEnvironment target,
        IReadOnlyDictionary<string, ResolvedDependency> upstreams)
    {
        if (item.Content is { } content)
        {
            return content.Copy();
        }

        var substituted = EnvironmentSubstitution.Apply(item.Model!, target, id => DependencyResolver.Find(id, upstreams, target));
        return substituted.Problems.Count == 0
            ? substituted.Document
            : throw new SigmaEngineException(ErrorCode.InvalidEnvironment, $"{item.File}: {string.Join("; ", substituted.Problems)}.")
            {
                Target = item.File,
            };
    }
}
