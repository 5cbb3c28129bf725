<#
.SYNOPSIS
Azure Automation runbook: exports every data model. It fails if a model is missing from the export or differs from the release folder.
.DESCRIPTION
The Automation account has a credential asset SigmaProd (client ID and secret) and a variable SigmaBaseUrl (the API base URL that
Sigma shows under Developer Access). The last line on standard output reports the result: "Done: ..." or "FAILED: ..." with the reason.
After a failure the script throws, because Azure Automation ignores exit codes.
#>
param(
    [Parameter()] [string] $Destination = './export',
    [Parameter()] [string] $Models,
    [Parameter()] [string] $Environment = 'prod',
    [Parameter()] [int] $RetryTimeoutSec = 300
)

$ErrorActionPreference = 'Stop'
Import-Module -Name SigmaPS
try {
    $credential = Get-AutomationPSCredential -Name 'SigmaProd'
    $address = Get-AutomationVariable -Name 'SigmaBaseUrl'
    Connect-Sigma -Credential $credential -BaseUrl $address -RetryTimeoutSec $RetryTimeoutSec
    $all = @(Get-SigmaDataModel)

    # Continue: one model that cannot be read does not end the export of the others. The models that are missing count below.
    $written = @($all | Export-SigmaDataModelSpec -DestinationPath $Destination -PassThru -ErrorAction Continue -ErrorVariable failures)
    $problems = @(
        if ($all.Count -eq 0) { 'Sigma lists no data model for these credentials.' }
        if ($failures.Count -gt 0 -or $written.Count -lt $all.Count) { "Exported only $($written.Count) of $($all.Count) models." }
        if ($Models) {
            $drift = @(Get-SigmaDrift -Path $Models -Environment $Environment)
            $drift | ForEach-Object { Write-Warning -Message "$_" }
            if ($drift.Count -gt 0) { "Models in $Environment that differ from ${Models}: $($drift.Count)." }
        }
    )
    if ($problems.Count -gt 0) { throw ($problems -join ' ') }
    "Done: exported $($written.Count) of $($all.Count) models."
}
catch {
    "FAILED: $($_.Exception.Message -replace '\s+', ' ')"
    throw
}
finally {
    Disconnect-Sigma
}
