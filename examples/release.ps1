<#
.SYNOPSIS
Runs one step of a release pipeline: validates the models and plans the release, or publishes a saved plan.
.DESCRIPTION
The credentials come from SIGMA_BASE_URL, SIGMA_CLIENT_ID and SIGMA_CLIENT_SECRET. Map them from the secret variables of your pipeline.
The last line on standard output reports the result: "Done: ..." or "FAILED: ..." with the reason. After a failure the script throws,
so the step fails in every host: pwsh -File, powershell -File, Azure DevOps, GitHub Actions, cron.
#>
param(
    [Parameter()] [ValidateSet('Plan', 'Publish')] [string] $Step = 'Plan',
    [Parameter()] [string] $Environment = 'prod',
    [Parameter()] [string] $Models = './models',
    [Parameter()] [string] $Out = './out',
    [Parameter()] [int] $RetryTimeoutSec = 300
)

$ErrorActionPreference = 'Stop'
Import-Module -Name SigmaPS
try {
    Connect-Sigma -RetryTimeoutSec $RetryTimeoutSec
    $planFile = Join-Path -Path $Out -ChildPath 'plan.json'
    if ($Step -eq 'Plan') {
        $report = Join-Path -Path $Out -ChildPath 'issues.sarif'
        $issues = @(Get-SigmaDataModelSpecIssue -Path $Models -Severity Error |
                Export-SigmaIssueReport -DestinationPath $report -Annotate Auto -PassThru)
        $issues | ForEach-Object { "$_" }
        $null = New-Item -Path $Out -ItemType Directory -Force
        $plan = New-SigmaReleasePlan -Path $Models -Environment $Environment -SavePath $planFile
        $plan | ConvertTo-SigmaMarkdown | Set-Content -LiteralPath (Join-Path -Path $Out -ChildPath 'plan.md') -Encoding utf8
        if ($issues.Count -gt 0) { throw "Errors in the models: $($issues.Count); see the lines above." }
        if ($plan.ExitCode -eq 1) { throw "The plan is refused; see plan.md. $($plan.Summary)" }
        "Done: $($plan.Summary)"
    }
    else {
        # Continue: one failed model does not hide the results of the others. Every error counts below.
        $results = @(Publish-SigmaReleasePlan -Path $planFile -ModelPath $Models -Confirm:$false -ErrorAction Continue -ErrorVariable failures)
        $counts = @($results | Group-Object -Property Status -NoElement | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', '
        if ($counts) { "Results: $counts" }
        if ($failures.Count -gt 0) { throw $failures[-1] }
        "Done: $counts"
    }
}
catch {
    "FAILED: $($_.Exception.Message -replace '\s+', ' ')"
    throw
}
finally {
    Disconnect-Sigma
}
