<#
.SYNOPSIS
One step of a release pipeline: check and plan, or publish a saved plan. The credentials come from the environment.
.DESCRIPTION
SIGMA_BASE_URL, SIGMA_CLIENT_ID and SIGMA_CLIENT_SECRET are mapped from the pipeline's secret variables.
#>
param(
    [Parameter()] [ValidateSet('Plan', 'Publish')] [string] $Step = 'Plan',
    [Parameter()] [string] $Environment = 'prod',
    [Parameter()] [string] $Models = './models',
    [Parameter()] [string] $Out = './out'
)

Import-Module -Name SigmaPS
Connect-Sigma
try {
    if ($Step -eq 'Publish') {
        $results = @(Publish-SigmaReleasePlan -Path (Join-Path -Path $Out -ChildPath 'plan.json') -ModelPath $Models -Confirm:$false -ErrorVariable failed)
        $results | Group-Object -Property Status -NoElement
        exit [int]($failed.Count -gt 0)
    }

    $null = New-Item -Path $Out -ItemType Directory -Force
    Get-SigmaDataModelSpecIssue -Path $Models -Severity Error | ForEach-Object { "$_" }
    $plan = New-SigmaReleasePlan -Path $Models -Environment $Environment -SavePath (Join-Path -Path $Out -ChildPath 'plan.json') -ErrorAction Stop
    $plan | ConvertTo-SigmaMarkdown | Set-Content -LiteralPath (Join-Path -Path $Out -ChildPath 'plan.md') -Encoding utf8
    $plan.Summary
    exit [int]($plan.ExitCode -eq 1)
}
finally {
    Disconnect-Sigma
}
