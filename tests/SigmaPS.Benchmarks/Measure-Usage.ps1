<#
.SYNOPSIS
    Measures the usage index of a large organization: first and second run, each in a process of its own. Needs PowerShell 7.
.DESCRIPTION
    The sandbox invents the organization in another process, so the memory shown is the client's alone. Processor time shows how much a
    busy machine adds to the time.
    Build first: dotnet build -c Release src/SigmaPS, and the sandbox.
.PARAMETER Workbooks
    How many workbooks are invented; each has 34 columns.
.EXAMPLE
    pwsh -NoProfile -File ./tests/SigmaPS.Benchmarks/Measure-Usage.ps1
#>
[CmdletBinding()]
param([int] $Workbooks = 12000)

. (Join-Path $PSScriptRoot 'Service.ps1')
$index = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
$service = Open-Service 0 0 $Workbooks
$client = @'
Import-Module '{0}'
Connect-Sigma
$watch = [Diagnostics.Stopwatch]::StartNew()
$found = @(Find-SigmaUsage 'Invented 7' -Element 'Facts 7' -Column 'Column 3' -IndexPath '{1}' -InformationVariable closing -InformationAction Ignore)
$watch.Stop()
$process = [Diagnostics.Process]::GetCurrentProcess()
'{2} run: {{0:n1}} s ({{1:n1}} s of processor time), {{2:n0}} MB peak memory, {{3}} usages. {{4}}' -f $watch.Elapsed.TotalSeconds, $process.TotalProcessorTime.TotalSeconds, ($process.PeakWorkingSet64 / 1MB), $found.Count, $closing[0].MessageData
'@
try {
    $env:SIGMA_BASE_URL, $env:SIGMA_CLIENT_ID, $env:SIGMA_CLIENT_SECRET = $service.Url, $service.Id, $service.Secret
    foreach ($run in 'First', 'Second', 'Third') {
        & $shell @library -NoProfile -NonInteractive -Command ($client -f $manifest, $index, $run)
    }

    $files = Get-ChildItem -LiteralPath $index -Recurse -File
    'Index: {0} files, {1:n0} MB' -f $files.Count, (($files | Measure-Object -Property Length -Sum).Sum / 1MB)
}
finally {
    $service.Process.Kill($true)
    if (Test-Path -LiteralPath $index) { Remove-Item -LiteralPath $index -Recurse -Force }
}
