using System.Linq;
using System.Management.Automation;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>Get-SigmaDrift: gets the live models of an environment that differ from the folder of files. It is read-only.</summary>
[Cmdlet(VerbsCommon.Get, "SigmaDrift", DefaultParameterSetName = "Path")]
[OutputType(typeof(SpecDrift))]
public sealed class GetSigmaDriftCommand : PlanningCmdlet
{
    /// <inheritdoc/>
    private protected override void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends) =>
        ComparedPipelines.Fail();

    /// <inheritdoc/>
    private protected override void Process() => Run(Environment, () =>
    {
        var folder = NamedFolder;
        var environment = ReadEnvironment(folder, Environment);
        var request = new Core.Release.ReleaseRequest(folder, environment)
        {
            Host = Current.BaseUrl,
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            Picks = Picks(environment, Name),
            Selections = Selections(environment, Name),
            NeedsFile = _ => Name is null,
            SeesDrift = true,
        };
        RunWithClient(Environment, async (client, pipeline, cancel) =>
        {
            var plan = await PlanAsync(request, client, pipeline, cancel).ConfigureAwait(false);
            foreach (var item in plan.Items.Where(item => item.Writes).Concat(plan.Orphans))
            {
                await pipeline.WriteAsync(OutputMapper.ToDrift(item, environment.Name)).ConfigureAwait(false);
            }

            await pipeline.InvokeAsync(() => { ComparedPipelines.Record(); return true; }).ConfigureAwait(false);
        });
    });
}
