<#
.SYNOPSIS
    Sets the module's ways through many models beside a bare HttpClient loop and beside Invoke-RestMethod, in one run. Needs PowerShell 7.
.DESCRIPTION
    Everything runs against a sandbox of its own. Figures are ratios of one run, since machines differ.
    Build first: dotnet build -c Release src/SigmaPS, and the sandbox.
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

# Each way in its turn, so that the service and the machine are the same for all; each into an empty folder. The median of the rounds after
# those that warm up.
function Compare-Way([Collections.Specialized.OrderedDictionary] $Way, [int] $Warm, [int] $Rounds) {
    $times = @{}
    foreach ($round in 1..($Warm + $Rounds)) {
        foreach ($name in $Way.Keys) {
            $target = (New-Item -ItemType Directory -Path (Join-Path $folder ([guid]::NewGuid()))).FullName
            [GC]::Collect()
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $null = & $Way[$name] $target
            if ($round -gt $Warm) { $times[$name] += @($clock.Elapsed.TotalMilliseconds) }
            Remove-Item -LiteralPath $target -Recurse -Force
        }
    }

    $beside = 0
    foreach ($name in $Way.Keys) {
        $median = ($times[$name] | Sort-Object)[[Math]::Floor($Rounds / 2)]
        if (-not $beside) { $beside = $median }
        '{0,-62} {1,9:n0} ms {2,7:n2}' -f $name, $median, ($median / $beside)
    }
}

$service = Open-Service $Models 50
try {
    Connect-Service $service
    $list = @(Get-SigmaDataModel -FolderPath Twins)
    $ids = [string[]]$list.DataModelId
    $url = $service.Url
    $headers = @{ Authorization = "Bearer $($service.Token)"; Accept = 'application/json' }
    "$Models models, 50 ms latency                                               time  beside the bare loop"
    Compare-Way -Way ([ordered]@{
        'bare HttpClient loop, five in flight, bytes to files' = {
            param($to)
            [SigmaPS.Benchmarks.BareLoop]::Run($service.Url, $service.Token, $ids, $to, 5)
        }
        'Export-SigmaDataModelSpec' = { param($to) $list | Export-SigmaDataModelSpec $to }
        'ForEach-Object -Parallel -ThrottleLimit 5 { Invoke-RestMethod }' = {
            param($to)
            $ids | ForEach-Object -ThrottleLimit 5 -Parallel {
                Invoke-RestMethod -Uri ($using:url + "v2/dataModels/$_/spec") -Headers $using:headers | ConvertTo-Json -Depth 100 |
                    Set-Content -LiteralPath (Join-Path $using:to "$_.json")
            }
        }
        'foreach { Invoke-RestMethod }' = {
            param($to)
            foreach ($id in $ids) {
                Invoke-RestMethod -Uri "$($service.Url)v2/dataModels/$id/spec" -Headers $headers | ConvertTo-Json -Depth 100 |
                    Set-Content -LiteralPath (Join-Path $to "$id.json")
            }
        }
    }) -Warm 1 -Rounds 3
}
finally { $service.Process.Kill($true) }

$service = Open-Service $Models 0
try {
    Connect-Service $service
    $ids = [string[]](Get-SigmaDataModel -FolderPath Twins).DataModelId
    # Many rounds to warm up: the bare loop is compiled ahead, as the platform is, and the module only after some thousand calls.
    "`n$Models requests without latency, one after the other"
    Compare-Way -Way ([ordered]@{
        'bare HttpClient loop' = { [SigmaPS.Benchmarks.BareLoop]::Run($service.Url, $service.Token, $ids, '', 1) }
        'Get-SigmaDataModelSpec -AsJson -ThrottleLimit 1' = { $ids | Get-SigmaDataModelSpec -AsJson -ThrottleLimit 1 }
        'Get-SigmaDataModelSpec -ThrottleLimit 1 (objects)' = { $ids | Get-SigmaDataModelSpec -ThrottleLimit 1 }
    }) -Warm 25 -Rounds 9
    "`n$Models requests without latency, five in flight"
    Compare-Way -Way ([ordered]@{
        'bare HttpClient loop' = { [SigmaPS.Benchmarks.BareLoop]::Run($service.Url, $service.Token, $ids, '', 5) }
        'Get-SigmaDataModelSpec -AsJson' = { $ids | Get-SigmaDataModelSpec -AsJson }
        'Get-SigmaDataModelSpec (objects)' = { $ids | Get-SigmaDataModelSpec }
    }) -Warm 25 -Rounds 9
}
finally { $service.Process.Kill($true) }

"`nPeak memory of Get-SigmaDataModel | Get-SigmaDataModelSpec in a process of its own"
$peaks = foreach ($count in 100, $Many) {
    $service = Open-Service $count 0
    try {
        $env:SIGMA_BASE_URL, $env:SIGMA_CLIENT_ID, $env:SIGMA_CLIENT_SECRET = $service.Url, $service.Id, $service.Secret
        $script = "Import-Module '$manifest'; Connect-Sigma; `$n = 0; " +
            "Get-SigmaDataModel -FolderPath Twins | Get-SigmaDataModelSpec | ForEach-Object { `$n++ }; " +
            "`"`$n `$((Get-Process -Id `$PID).PeakWorkingSet64)`""
        $read, $peak = (& $shell @library -NoProfile -NonInteractive -Command $script) -split ' '
        '{0,-62} {1,9:n0} MB' -f "$read models", ([long]$peak / 1MB) | Out-Host
        [long]$peak / 1MB
    }
    finally { $service.Process.Kill($true) }
}
'{0,-62} {1,9:n0} MB' -f 'more', ($peaks[1] - $peaks[0])
Remove-Item -LiteralPath $folder -Recurse -Force
