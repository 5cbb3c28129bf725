<#
.SYNOPSIS
Azure Automation runbook: exports every data model, and fails when production is no longer what the release folder says.
.DESCRIPTION
The Automation account holds a credential asset SigmaProd (client id and secret) and a variable SigmaRegion.
#>
param(
    [Parameter()] [string] $Destination = './export',
    [Parameter()] [string] $Models,
    [Parameter()] [string] $Environment = 'prod'
)

Import-Module -Name SigmaPS
Connect-Sigma -Credential (Get-AutomationPSCredential -Name 'SigmaProd') -Region (Get-AutomationVariable -Name 'SigmaRegion')
try {
    $written = @(Get-SigmaDataModel | Get-SigmaDataModelSpec | Export-SigmaDataModelSpec -DestinationPath $Destination -PassThru -ErrorVariable failed)
    Write-Output "$($written.Count) models exported, $($failed.Count) failed."
    if ($Models) {
        $drift = @(Get-SigmaDrift -Path $Models -Environment $Environment -ErrorAction Stop)
        $drift | ForEach-Object { Write-Warning -Message "$_" }
        if ($drift.Count -gt 0) { throw "$($drift.Count) models of $Environment are not what the folder says." }
    }
}
finally {
    Disconnect-Sigma
}
