<#
.SYNOPSIS
Azure Automation runbook for Monday morning: writes who changed which thing in all data models in the last days, as Markdown.
.DESCRIPTION
The Automation account has a credential asset SigmaProd (client ID and secret) and a variable SigmaBaseUrl (the API base URL that
Sigma shows under Developer Access). Send the file with the mail or chat service of your organization. The last line on standard output
reports the result: "Done: ..." or "FAILED: ..." with the reason. After a failure the script throws, because Azure Automation ignores exit codes.
#>
param(
    [Parameter()] [ValidateRange(1, 3650)] [int] $Days = 7,
    [Parameter()] [int] $FoldMinutes = 15,
    [Parameter()] [string] $Destination = './changes.md',
    [Parameter()] [int] $RetryTimeoutSec = 300
)

$ErrorActionPreference = 'Stop'
Import-Module -Name SigmaPS
try {
    $credential = Get-AutomationPSCredential -Name 'SigmaProd'
    $address = Get-AutomationVariable -Name 'SigmaBaseUrl'
    Connect-Sigma -Credential $credential -BaseUrl $address -RetryTimeoutSec $RetryTimeoutSec

    # Continue: one model that cannot be read does not hide the changes of the others. The run still fails below.
    $title = "Data models: changes of the last $Days days"
    $changes = @(Get-SigmaChange -Since (New-TimeSpan -Days $Days) -FoldMinutes $FoldMinutes -ErrorAction Continue -ErrorVariable failures)
    $text = if ($changes.Count -gt 0) { $changes | ConvertTo-SigmaMarkdown -Title $title } else { "# $title`n`nNo change.`n" }
    Set-Content -LiteralPath $Destination -Value $text -Encoding utf8
    if ($failures.Count -gt 0) { throw "The history of $($failures.Count) data models could not be read: $($failures[0])" }
    "Done: $($changes.Count) entries in $Destination."
}
catch {
    "FAILED: $($_.Exception.Message -replace '\s+', ' ')"
    throw
}
finally {
    Disconnect-Sigma
}
