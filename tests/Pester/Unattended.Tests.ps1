# One process for all commands, with a standard input that is open and never says anything, and without -NonInteractive:
# whatever asked a question there would wait for ever.

BeforeDiscovery {
    # How each command is called with the least that does its job. A new command needs a line here.
    $script:Least = [ordered]@{
        'Connect-Sigma'               = 'Connect-Sigma'
        'Get-SigmaSession'            = 'Get-SigmaSession'
        'Get-SigmaDataModel'          = 'Get-SigmaDataModel'
        'Get-SigmaDataModelColumn'    = 'Get-SigmaDataModelColumn $id'
        'Get-SigmaDataModelElement'   = 'Get-SigmaDataModelElement $id'
        'Get-SigmaDataModelLineage'   = 'Get-SigmaDataModelLineage $id'
        'Get-SigmaDataModelSource'    = 'Get-SigmaDataModelSource $id'
        'Get-SigmaDataModelTag'       = 'Get-SigmaDataModelTag $id'
        'Get-SigmaDataModelVersion'   = 'Get-SigmaDataModelVersion $id'
        'Get-SigmaChange'             = 'Get-SigmaChange $id'
        'Get-SigmaFile'               = 'Get-SigmaFile'
        'Get-SigmaConnection'         = 'Get-SigmaConnection'
        'Get-SigmaTable'              = 'Get-SigmaTable'
        'Get-SigmaTableColumn'        = 'Get-SigmaTableColumn $table'
        'Get-SigmaMember'             = 'Get-SigmaMember'
        'Invoke-SigmaRestMethod'      = 'Invoke-SigmaRestMethod v2/whoami'
        'Get-SigmaDataModelSpec'      = 'Get-SigmaDataModelSpec $id'
        'Export-SigmaDataModelSpec'   = 'Export-SigmaDataModelSpec $folder -DataModelId $id'
        'Import-SigmaDataModelSpec'   = 'Import-SigmaDataModelSpec $folder'
        'Test-SigmaDataModelSpec'     = 'Test-SigmaDataModelSpec $spec'
        'Get-SigmaDataModelSpecIssue' = 'Get-SigmaDataModelSpecIssue $spec'
        'Export-SigmaIssueReport'     = 'Get-SigmaDataModelSpecIssue $spec | Export-SigmaIssueReport -Annotate None'
        'Compare-SigmaDataModelSpec'  = 'Compare-SigmaDataModelSpec $spec'
        'ConvertTo-SigmaMarkdown'     = 'Compare-SigmaDataModelSpec $spec | ConvertTo-SigmaMarkdown'
        'ConvertTo-SigmaDiagram'      = 'ConvertTo-SigmaDiagram $spec'
        'Show-SigmaDataModel'         = 'Show-SigmaDataModel $id'
        'Get-SigmaSpecColumn'         = 'Get-SigmaSpecColumn $spec'
        'Add-SigmaSpecColumn'         = 'Add-SigmaSpecColumn $spec.PSObject.Copy() -Element $element -Name New -Formula 1'
        'Add-SigmaSpecMetric'         = 'Add-SigmaSpecMetric $spec.PSObject.Copy() -Element $element -Name New -Formula "Count()"'
        'Rename-SigmaSpecColumn'      = 'Rename-SigmaSpecColumn $spec.PSObject.Copy() -Element $element -Name Cost -NewName Costs'
        'Get-SigmaSpecElement'        = 'Get-SigmaSpecElement $spec'
        'Rename-SigmaSpecElement'     = 'Rename-SigmaSpecElement $spec.PSObject.Copy() -Name $element -NewName Renamed'
        'Remove-SigmaSpecElement'     = 'Remove-SigmaSpecElement $spec.PSObject.Copy() -Name $element'
        'Get-SigmaSpecMetric'         = 'Get-SigmaSpecMetric $spec'
        'Rename-SigmaSpecMetric'      = 'Add-SigmaSpecMetric $spec.PSObject.Copy() -Element $element -Name New -Formula 1 | ' +
            'Rename-SigmaSpecMetric -Element $element -Name New -NewName Newer'
        'Remove-SigmaSpecMetric'      = 'Add-SigmaSpecMetric $spec.PSObject.Copy() -Element $element -Name New -Formula 1 | ' +
            'Remove-SigmaSpecMetric -Element $element -Name New'
        'Repair-SigmaDataModelSpec'   = 'Repair-SigmaDataModelSpec $spec.PSObject.Copy() -Rule wrong-case'
        'Remove-SigmaSpecColumn'      = 'Remove-SigmaSpecColumn $spec.PSObject.Copy() -Element $element -Name Date'
        'Select-SigmaSpecColumn'      = 'Select-SigmaSpecColumn $spec.PSObject.Copy() -Element $element -Name "Order Number"'
        'Set-SigmaSpecSource'         = 'Set-SigmaSpecSource $spec.PSObject.Copy() -ConnectionMap @{ $connection = $connection }'
        'Find-SigmaUsage'             = 'Find-SigmaUsage $id'
        'Clear-SigmaUsageCache'       = 'Clear-SigmaUsageCache -Confirm:$false'
        'Find-SigmaDataModelColumn'   = 'Find-SigmaDataModelColumn $id -Name Cost'
        'New-SigmaReleasePlan'        = 'New-SigmaReleasePlan $Folder prod'
        'Rename-SigmaColumn'          = 'Rename-SigmaColumn $id $element Cost Costs'
        'Rename-SigmaMetric'          = 'Rename-SigmaMetric $id $element None Some -ErrorAction SilentlyContinue'
        'Rename-SigmaElement'         = 'Rename-SigmaElement $id $element -NewName Renamed'
        'Publish-SigmaReleasePlan'    = 'New-SigmaReleasePlan $Folder prod | Publish-SigmaReleasePlan -Confirm:$false'
        'Get-SigmaDrift'              = 'Get-SigmaDrift $Folder prod'
        'Undo-SigmaRelease'           = 'Undo-SigmaRelease -Last -ModelPath $Folder'
        'Set-SigmaDataModelSpec'      = '$spec.pages[0].elements[0].columns[0].description = "x"; Set-SigmaDataModelSpec $spec'
        'Undo-SigmaChange'            = 'Get-SigmaChange $id | Select-Object -First 1 | Undo-SigmaChange'
        'Restore-SigmaDataModelSpec'  = 'Restore-SigmaDataModelSpec $id -DocumentVersion 2'
        'New-SigmaDataModel'          = 'New-SigmaDataModel $spec'
        'New-SigmaFolder'             = 'New-SigmaFolder Trials'
        'Copy-SigmaDataModel'         = 'Copy-SigmaDataModel $id -Name Twin'
        'Set-SigmaDataModel'          = 'Set-SigmaDataModel $id -Description x'
        'Add-SigmaDataModelTag'       = 'Add-SigmaDataModelTag $id Production'
        'Remove-SigmaDataModel'       = 'Remove-SigmaDataModel $id -Confirm:$false'
        'Restore-SigmaDataModel'      = 'Restore-SigmaDataModel $id'
        'Disconnect-Sigma'            = 'Disconnect-Sigma'
    }
    $script:Commands = @($Least.Keys | ForEach-Object { @{ Name = $_ } })
}

Describe 'A process whose standard input is open and silent' -ForEach @{ Least = $Least } {
    BeforeAll {
        . "$PSScriptRoot/common.ps1"
        Import-StagedModule
        $script:Sandbox = Open-Sandbox
        $lines = foreach ($name in $Least.Keys) {
            "Step '$name' 'bare' { $name }"
            "Step '$name' 'least' { $($Least[$name]) }"
        }
        $script = @'
param($Manifest, $Address, $ClientId, $Secret, $Id, $Folder)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$env:SIGMA_BASE_URL = $Address
$env:SIGMA_CLIENT_ID = $ClientId
$env:SIGMA_CLIENT_SECRET = $Secret
function Step($Name, $Way, [scriptblock] $Block) {
    [Console]::Out.WriteLine("$Name $Way begins")
    try { $null = . $Block; $said = 'ok' } catch { $said = $_.FullyQualifiedErrorId }
    [Console]::Out.WriteLine("$Name $Way $said")
}
Import-Module -Name $Manifest
Connect-Sigma
$spec = Get-SigmaDataModelSpec $Id
$element = $spec.pages[0].elements[0].name
$connection = $spec.pages[0].elements[0].source.connectionId
$null = Export-SigmaDataModelSpec $Folder -DataModelId $Id
$target = (New-SigmaFolder Releases).Id
Set-Content -LiteralPath (Join-Path (Split-Path $Folder) 'sigma.environments.json') -Value "{`"environments`":{`"prod`":{`"organization`":`"$((Get-SigmaSession).OrganizationId)`",`"folder`":`"$target`"}}}"
$table = (Get-SigmaDataModelSource $Id | Where-Object TableId)[0].TableId
'@
        $script += "`n" + ($lines -join "`n") + "`n[Console]::Out.WriteLine('the end')"
        $script:Said = Invoke-Silent -Script $script -Argument (Get-StagedManifest), $Sandbox.BaseUrl, $Sandbox.ClientId,
            $Sandbox.ClientSecret, $PlugsOrders, (Join-Path -Path $TestDrive -ChildPath 'specs')
    }

    AfterAll {
        Close-Sandbox -Sandbox $Sandbox
    }

    It 'ends of itself' {
        $Said[-1] | Should -Be 'the end' -Because ($Said -join "`n")
    }

    It 'has a line in this file for each command that the module exports' {
        (Get-Command -Module SigmaPS).Name | Where-Object { $_ -notin $Least.Keys } | Should -BeNullOrEmpty
    }

    Context '<Name>' -ForEach $Commands {
        It 'does its job with the least that it needs' {
            $Said -like "$Name least*" | Should -Be "$Name least begins", "$Name least ok"
        }

        It 'ends in an error of ours, or works, when nothing is given' {
            $Said -like "$Name bare*" | Select-Object -Last 1 | Should -Match ' (ok|Sigma[A-Za-z]+,.*)$'
        }
    }
}
