<#
.SYNOPSIS
    Sets planning a release of many models beside reading the same models at the session's limit, in one run. Needs PowerShell 7.
.DESCRIPTION
    Everything runs against a sandbox of its own. Figures are ratios of one run, since machines differ.
    Build first: dotnet build -c Release src/SigmaPS, and the sandbox.
.PARAMETER Models
    How many models are planned.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Compare-Plan.ps1
#>
[CmdletBinding()]
param([int] $Models = 500)

. (Join-Path $PSScriptRoot 'Service.ps1')
$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))
$files = Join-Path $folder 'models'
$service = Open-Service $Models 50
try {
    Connect-Service $service
    $ids = [string[]](Get-SigmaDataModel -FolderPath Twins).DataModelId
    $null = $ids | Export-SigmaDataModelSpec -DestinationPath $files
    $organization = (Get-SigmaSession).OrganizationId
    $target = "{ ""organization"": ""$organization"", ""folder"": ""$((Get-SigmaDataModel -DataModelId $ids[0]).Path)"" }"
    Set-Content -LiteralPath (Join-Path $folder 'sigma.environments.json') -Value "{ ""environments"": { ""prod"": $target } }"
    $times = foreach ($run in 0..3) {
        $read = (Measure-Command { $ids | Get-SigmaDataModelSpec | Out-Null }).TotalMilliseconds
        $planned = (Measure-Command { $script:plan = New-SigmaReleasePlan $files prod }).TotalMilliseconds
        if ($run -gt 0) { [pscustomobject]@{ Read = $read; Plan = $planned; Ratio = $planned / $read } }
    }

    $median = ($times | Sort-Object -Property Ratio)[1]
    '{0} models, 50 ms latency: reading {1:n0} ms, planning {2:n0} ms, {3:n2} times; {4}' -f
        $Models, $median.Read, $median.Plan, $median.Ratio, $plan.Summary
}
finally {
    $service.Process.Kill($true)
    Remove-Item -LiteralPath $folder -Recurse -Force
}
