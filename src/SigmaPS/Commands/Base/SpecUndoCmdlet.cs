using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that reverts a change in live models, with the protections of every write.</summary>
public abstract class SpecUndoCmdlet : SpecWriteCmdlet
{
    private readonly Dictionary<SpecInput, Core.Writing.UndoTarget> _targets = new();

    /// <summary>Writes the content without the change.</summary>
    private protected Task UndoAsync(Core.Writing.UndoTarget target, Core.Api.SigmaClient client, IDispatcher pipeline,
        CancellationToken cancel)
    {
        var input = SpecInput.FromUndo(target);
        _targets[input] = target;
        return WriteAsync(input, target.DataModelId, client, pipeline, cancel);
    }

    /// <inheritdoc/>
    private protected override Core.Writing.SpecWriteRequest Request(string id, SpecInput input, Core.Spec.SpecDocument document)
    {
        var target = _targets[input];
        return new Core.Writing.SpecWriteRequest(id, document)
        {
            Live = target.Live,
            BaseVersion = target.BaseVersion,
            Protections = Protections with { IgnoreConflict = target.IgnoreConflict },
            IsMerged = target.IsMerged,
            DesiredName = target.Name,
            DesiredDescription = target.Description,
            ResultingNames = target.ResultingNames,
            PreservesLiveIds = true,
            RestoredFrom = target.Label,
            Organization = Current.OrganizationId,
            UserId = Current.UserId,
            CustomFunctions = CustomFunctions.ForFile(target.File),
            NoVerify = NoVerify,
            BackupFolder = BackupFolder,
        };
    }
}
