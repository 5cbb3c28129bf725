using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet for a folder of models and the environment that they are released to.</summary>
public abstract class ReleaseCmdlet : SigmaSessionCmdlet
{
    /// <summary>The environment file; the default is sigma.environments.json in the folder or its nearest parent.</summary>
    [Parameter]
    public string? EnvironmentPath { get; set; }

    /// <summary>Plans a folder now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The service.</param>
    /// <param name="pipeline">Runs actions on the pipeline thread.</param>
    /// <param name="cancel">Ends any wait.</param>
    private protected async Task<Core.Release.ReleasePlan> PlanAsync(
        Core.Release.ReleaseRequest request,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var progress = new ProgressReporter(this, MyInvocation.MyCommand.Name);
        var plan = await Core.Release.ReleasePlanner.PlanAsync(client, request, Tell, cancel).ConfigureAwait(false);
        await pipeline
            .InvokeAsync(() =>
            {
                progress.Close();
                return true;
            })
            .ConfigureAwait(false);
        foreach (var note in plan.Notes)
        {
            client.Log.Warning(note);
        }

        return plan;

        // Several models are planned in parallel.
        void Tell(int done, int all)
        {
            lock (progress)
            {
                progress.Report(done, all - done, pipeline.Post);
            }
        }
    }

    /// <summary>Reads the environment of a folder.</summary>
    /// <param name="folder">The full path of the folder of models.</param>
    /// <param name="name">The environment.</param>
    /// <param name="file">The full path of its file, if known.</param>
    private protected Core.Release.ReleaseEnvironment ReadEnvironment(string folder, string? name, string? file = null)
    {
        var path = EnvironmentPath is null ? file : PathResolver.ResolvePath(this, EnvironmentPath, nameof(EnvironmentPath));
        if (path is null or "")
        {
            path = Core.Release.EnvironmentReader.Find(folder);
        }

        return Core.Release.EnvironmentReader.Read(path, name ?? throw CommandErrors.NoEnvironment(path));
    }

    /// <summary>Resolves a path to exactly one folder.</summary>
    private protected string ModelFolder(string path, bool literal, string? parameter = null) =>
        PathResolver.ResolveFolder(this, path, literal, parameter);

    /// <summary>Whether the environment and the user select a model name.</summary>
    private protected static Func<string, bool> Picks(Core.Release.ReleaseEnvironment environment, string[]? names)
    {
        var ofEnvironment = new NamePatterns(
            environment.Models.Count == 0 ? null : environment.Models.Select(model => model.Text).ToArray());
        var named = new NamePatterns(names);
        return name => ofEnvironment.Fit(name) && named.Fit(name);
    }

    /// <summary>The names that must match a model: each pattern of the environment, and each name of the user among the environment's
    /// models.</summary>
    private protected static IReadOnlyList<Core.Release.ReleaseSelection> Selections(
        Core.Release.ReleaseEnvironment environment,
        string[]? names)
    {
        var meant = Picks(environment, null);
        return environment
            .Models.Select(model => new Core.Release.ReleaseSelection(model.Text, model.Place, new NamePatterns(new[] { model.Text }).Fit))
            .Concat(
                (names ?? Array.Empty<string>())
                    .Select(name => (Name: name, Patterns: new NamePatterns(new[] { name })))
                    .Select(sought => new Core.Release.ReleaseSelection(sought.Name, null, model =>
                        meant(model) && sought.Patterns.Fit(model))))
            .ToList();
    }
}
