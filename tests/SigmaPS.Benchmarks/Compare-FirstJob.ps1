<#
.SYNOPSIS
    Sets the first job of a fresh process (import, connect, list, one spec) beside a script of Invoke-RestMethod calls, in turn.
.DESCRIPTION
    Needs PowerShell 7. Both talk to one sandbox; the other script checks nothing. The time is that of the whole process, its start
    included. Figures are ratios of one run, since machines differ. Build first: dotnet build -c Release src/SigmaPS, and the sandbox.
.PARAMETER Rounds
    How many samples of each are counted.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Compare-FirstJob.ps1
#>
[CmdletBinding()]
param([int] $Rounds = 15)

. (Join-Path $PSScriptRoot 'Service.ps1')
. (Join-Path $PSScriptRoot 'Alternate.ps1')
$plain = @'
$url = $env:SIGMA_BASE_URL
$form = @{ grant_type = 'client_credentials'; client_id = $env:SIGMA_CLIENT_ID; client_secret = $env:SIGMA_CLIENT_SECRET }
$token = (Invoke-RestMethod -Method Post -Uri "${url}v2/auth/token" -Body $form).access_token
$headers = @{ Authorization = "Bearer $token"; Accept = 'application/json' }
$null = Invoke-RestMethod -Uri "${url}v2/whoami" -Headers $headers
$models = (Invoke-RestMethod -Uri "${url}v2/dataModels?excludeTags=true&limit=1000" -Headers $headers).entries
$spec = Invoke-RestMethod -Uri "${url}v2/dataModels/$($models[0].dataModelId)/spec" -Headers $headers
'@
$own = @'
Import-Module '{0}'
Connect-Sigma
$models = Get-SigmaDataModel
$spec = Get-SigmaDataModelSpec -DataModelId $models[0].DataModelId
'@.Replace('{0}', $manifest.Replace("'", "''"))
$checked = @'

if (-not $spec.pages) { throw 'There is no spec.' }
'@

function Measure-Job([string] $Script) {
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $cpu, $methods = @(Invoke-Fresh ($Script + $checked + $closing))[-1] -split ' '
    [pscustomobject]@{ Wall = $clock.Elapsed.TotalMilliseconds; Cpu = [double]$cpu; Methods = [double]$methods }
}

$service = Open-Service 50 0
try {
    $env:SIGMA_BASE_URL, $env:SIGMA_CLIENT_ID, $env:SIGMA_CLIENT_SECRET = $service.Url, $service.Id, $service.Secret
    Compare-Fresh -Way ([ordered]@{
        'Invoke-RestMethod, four calls, nothing checked' = { Measure-Job $plain }
        'SigmaPS: import, connect, list, one spec' = { Measure-Job $own }
    }) -Rounds $Rounds
}
finally {
    $service.Process.Kill($true)
}
