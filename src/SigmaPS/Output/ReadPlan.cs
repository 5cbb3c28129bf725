using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS;

/// <summary>A plan by its shape: one made here, or what a job or a CLIXML file has left of one.</summary>
internal static class ReadPlan
{
    /// <summary>The facts of a plan.</summary>
    /// <exception cref="Core.Api.SigmaFaultException">It is no plan.</exception>
    public static Core.Spec.Release.PlanFacts Of(object given)
    {
        var plan = PSObject.AsPSObject(given);
        var items = plan.Properties["Items"]?.Value;
        return Text(plan, "Environment") is { Length: > 0 } environment && Text(plan, "Path") is { Length: > 0 } path && items is not null
            ? new Core.Spec.Release.PlanFacts(environment, Text(plan, "EnvironmentFile") ?? "", path, Text(plan, "Organization") ?? "", Items(items).ToList())
            : throw new Core.Api.SigmaFaultException(Core.Api.FaultKind.InvalidArgument, $"This is no release plan but {plan.BaseObject.GetType().Name}; pipe in what New-SigmaReleasePlan gives, or name a saved one with -Path.");
    }

    private static IEnumerable<Core.Spec.Release.PlanFact> Items(object items) => LanguagePrimitives.GetEnumerable(items).Cast<object>().Select(PSObject.AsPSObject)
        .Select(item => new Core.Spec.Release.PlanFact(
            Text(item, "Name") ?? "",
            Text(item, "File") ?? "",
            LanguagePrimitives.ConvertTo<ReleaseAction>(item.Properties["Action"]?.Value).ToString(),
            Text(item, "DataModelId") ?? "",
            item.Properties["LiveVersion"]?.Value is { } version ? LanguagePrimitives.ConvertTo<long>(version) : null,
            Text(item, "Hash") ?? ""));

    private static string? Text(PSObject o, string name) => o.Properties[name]?.Value is { } value ? LanguagePrimitives.ConvertTo<string>(value) : null;
}
