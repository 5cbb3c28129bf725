<#
.SYNOPSIS
    Sets the module's ways through many models beside a bare HttpClient loop and beside Invoke-RestMethod, in one run. Needs PowerShell 7.
.DESCRIPTION
    Everything runs against a sandbox of its own. Figures are ratios of one run, since machines differ. Build first: dotnet build -c Release src/SigmaPS, and the sandbox.
.PARAMETER Models
    How many models are exported.
.PARAMETER Many
    How many models the memory figure is about; it is set beside that of a hundred.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Compare-Export.ps1
#>
[CmdletBinding()]
param([int] $Models = 500, [int] $Many = 10000)

. (Join-Path $PSScriptRoot 'Service.ps1')
Add-Type -Path (Join-Path $PSScriptRoot 'BareLoop.cs')
$folder = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid()))

# The median of three, each into an empty folder, after one that warms up.
function Measure-Way([scriptblock] $Way) {
    $times = foreach ($run in 0..3) {
        $target = (New-Item -ItemType Directory -Path (Join-Path $folder ([guid]::NewGuid()))).FullName
        [GC]::Collect()
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $null = & $Way $target
        if ($run -gt 0) { $clock.Elapsed.TotalMilliseconds }
    }
    ($times | Sort-Object)[1]
}

function Show([string] $What, [double] $Time, [double] $Beside) {
    '{0,-62} {1,9:n0} ms {2,7:n2}' -f $What, $Time, ($Time / $Beside)
}

$service = Start-Service $Models 50
try {
    Connect-Service $service
    $list = @(Get-SigmaDataModel -FolderPath Twins)
    $ids = [string[]]$list.DataModelId
    $headers = @{ Authorization = "Bearer $($service.Token)"; Accept = 'application/json' }
    "$Models models, 50 ms latency                                               time  beside the bare loop"
    $bare = Measure-Way { param($to) [SigmaPS.Benchmarks.BareLoop]::Run($service.Url, $service.Token, $ids, $to, 5) }
    Show 'bare HttpClient loop, five in flight, bytes to files' $bare $bare
    Show 'Export-SigmaDataModelSpec' (Measure-Way { param($to) $list | Export-SigmaDataModelSpec $to }) $bare
    Show 'ForEach-Object -Parallel -ThrottleLimit 5 { Invoke-RestMethod }' (Measure-Way { param($to) $ids | ForEach-Object -Parallel { Invoke-RestMethod -Uri "$($using:service.Url)v2/dataModels/$_/spec" -Headers $using:headers | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath (Join-Path $using:to "$_.json") } -ThrottleLimit 5 }) $bare
    Show 'foreach { Invoke-RestMethod }' (Measure-Way { param($to) foreach ($id in $ids) { Invoke-RestMethod -Uri "$($service.Url)v2/dataModels/$id/spec" -Headers $headers | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath (Join-Path $to "$id.json") } }) $bare
}
finally { $service.Process.Kill() }

$service = Start-Service $Models 0
try {
    Connect-Service $service
    $ids = [string[]](Get-SigmaDataModel -FolderPath Twins).DataModelId
    "`n$Models requests one after the other, no latency"
    $bare = Measure-Way { [SigmaPS.Benchmarks.BareLoop]::Run($service.Url, $service.Token, $ids, '', 1) }
    Show 'bare HttpClient loop' $bare $bare
    Show 'Get-SigmaDataModelSpec -AsJson -ThrottleLimit 1' (Measure-Way { $ids | Get-SigmaDataModelSpec -AsJson -ThrottleLimit 1 }) $bare
    Show 'Get-SigmaDataModelSpec -ThrottleLimit 1 (objects)' (Measure-Way { $ids | Get-SigmaDataModelSpec -ThrottleLimit 1 }) $bare
}
finally { $service.Process.Kill() }

"`nPeak memory of Get-SigmaDataModel | Get-SigmaDataModelSpec in a process of its own"
$peaks = foreach ($count in 100, $Many) {
    $service = Start-Service $count 0
    try {
        $env:SIGMA_BASE_URL, $env:SIGMA_CLIENT_ID, $env:SIGMA_CLIENT_SECRET = $service.Url, $service.Id, $service.Secret
        $script = "Import-Module '$manifest'; Connect-Sigma; `$n = 0; Get-SigmaDataModel -FolderPath Twins | Get-SigmaDataModelSpec | ForEach-Object { `$n++ }; `"`$n `$((Get-Process -Id `$PID).PeakWorkingSet64)`""
        $read, $peak = (& $shell @library -NoProfile -NonInteractive -Command $script) -split ' '
        '{0,-62} {1,9:n0} MB' -f "$read models", ([long]$peak / 1MB) | Out-Host
        [long]$peak / 1MB
    }
    finally { $service.Process.Kill() }
}
'{0,-62} {1,9:n0} MB' -f 'more', ($peaks[1] - $peaks[0])
Remove-Item -LiteralPath $folder -Recurse -Force
