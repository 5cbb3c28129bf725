<#
.SYNOPSIS
    Builds, tests, packs, mutates or cleans SigmaPS. MSBuild does the work; this conducts, in Windows PowerShell 5.1 and PowerShell 7 alike.
.EXAMPLE
    ./build.ps1 -Task Test
.EXAMPLE
    ./build.ps1 -Task Mutate -Floor Files
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Clean', 'Mutate')]
    [string] $Task = 'Build',

    # The floors of src/SigmaPS.Core that -Task Mutate changes.
    [ValidateNotNullOrEmpty()]
    [string[]] $Floor = @('Writing', 'Http', 'Files', 'Release')
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $root 'SigmaPS.psd1')).ModuleVersion
$module = [IO.Path]::Combine($root, 'out', 'SigmaPS', $version)

function Invoke-Dotnet([string[]] $Argument) {
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) { throw "dotnet $Argument ended with exit code $LASTEXITCODE." }
}

function Clear-Folder {
    $args | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Remove-Item -LiteralPath $_ -Recurse -Force }
}

function Test-Pester {
    $folder = [IO.Path]::Combine($root, 'tests', 'Pester')
    $versions = Get-Module -Name Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 } |
        Group-Object -Property { $_.Version.Major } |
        ForEach-Object { ($_.Group.Version | Measure-Object -Maximum).Maximum }
    if (-not (Get-ChildItem -Path $folder -Filter '*.Tests.ps1' -ErrorAction Ignore)) {
        'Skipped: there are no Pester files in tests/Pester.'
        return
    }
    if (-not $versions) { 'Skipped: tests/Pester, because Pester 5 or later is not installed (Install-Module Pester).'; return }

    # In a process of its own, so that this session does not keep the built files open.
    $run = "`$c = New-PesterConfiguration; `$c.Run.Path = '$($folder -replace "'", "''")'; `$c.Run.Exit = `$true; " +
        'Invoke-Pester -Configuration $c'
    $program = (Get-Process -Id $PID).Path
    # PowerShell as a .NET tool
    $library = if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
    foreach ($version in $versions) {
        $command = "`$ErrorActionPreference = 'Stop'; Import-Module -Name Pester -RequiredVersion $version; $run"
        & $program @($library | Where-Object { $_ }) -NoProfile -NonInteractive -Command $command
        if ($LASTEXITCODE -ne 0) { throw "Pester $version ended with exit code $LASTEXITCODE." }
    }
    $other = if ($PSVersionTable.PSEdition -eq 'Core') { 'Windows PowerShell 5.1' } else { 'PowerShell 7' }
    "Skipped: tests/Pester in $other; run this script there too."
}

function Install-Stryker {
    $stryker = '5.1.0'
    $folder = [IO.Path]::Combine($root, 'out', 'tools', "dotnet-stryker-$stryker")
    if (-not (Get-ChildItem -LiteralPath $folder -Filter 'dotnet-stryker*' -File -ErrorAction Ignore)) {
        Invoke-Dotnet tool, install, dotnet-stryker, '--version', $stryker, '--tool-path', $folder | Out-Host
    }
    Join-Path $folder 'dotnet-stryker'
}

function Test-Mutant([string] $Name) {
    $report = [IO.Path]::Combine($root, 'out', 'mutation', $Name)
    & (Install-Stryker) --mutate "**/SigmaPS.Core/$Name/**/*.cs" --output $report --skip-version-check | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "dotnet-stryker ended with exit code $LASTEXITCODE." }

    # Windows PowerShell limits the size of JSON, and the report contains the sources. A quote inside a source is escaped.
    $json = [IO.File]::ReadAllText([IO.Path]::Combine($report, 'reports', 'mutation-report.json'))
    $count = @{ Killed = 0; Timeout = 0; Survived = 0; NoCoverage = 0 }
    [regex]::Matches($json, '"status":\s*"(Killed|Timeout|Survived|NoCoverage)"') | ForEach-Object { $count[$_.Groups[1].Value]++ }
    $total = ($count.Values | Measure-Object -Sum).Sum
    $score = if ($total -eq 0) { 'no mutants' } else { '{0:0.0} %' -f (100 * ($count.Killed + $count.Timeout) / $total) }
    "${Name}: $score"
    "  $($count.Killed) killed, $($count.Timeout) timed out, $($count.Survived) survived, $($count.NoCoverage) not covered"
    "  Report: $([IO.Path]::Combine($report, 'reports', 'mutation-report.html'))"
}

function Invoke-Mutation {
    $core = [IO.Path]::Combine($root, 'src', 'SigmaPS.Core')
    $unknown = $Floor | Where-Object { -not (Test-Path -LiteralPath (Join-Path $core $_) -PathType Container) }
    if ($unknown) { throw "src/SigmaPS.Core does not have the floor '$($unknown -join "', '")'." }

    # The project of the tests reads the first one. The second one shortens the build. The third one is Stryker's patience with
    # "dotnet --info", in milliseconds: its four seconds are too short for a busy machine.
    $before = $env:SIGMAPS_MUTATE, $env:RunAnalyzers, $env:DOTNET_INFO_WAIT_TIME
    $env:SIGMAPS_MUTATE, $env:RunAnalyzers, $env:DOTNET_INFO_WAIT_TIME = '1', 'false', '60000'
    Push-Location -LiteralPath ([IO.Path]::Combine($root, 'tests', 'SigmaPS.Core.Tests'))
    try {
        $Floor | ForEach-Object { Test-Mutant $_ }
    }
    finally {
        Pop-Location
        $env:SIGMAPS_MUTATE, $env:RunAnalyzers, $env:DOTNET_INFO_WAIT_TIME = $before
    }
}

Push-Location -LiteralPath $root
try {
    switch ($Task) {
        'Build' {
            Invoke-Dotnet build, src/SigmaPS, '-m:1'
            "Built. Import it with: Import-Module '$([IO.Path]::Combine($module, 'SigmaPS.psd1'))'"
        }
        'Test' {
            Invoke-Dotnet test, SigmaPS.sln
            Test-Pester
        }
        'Pack' {
            Clear-Folder ([IO.Path]::Combine($root, 'out', 'SigmaPS')) ([IO.Path]::Combine($root, 'out', 'package'))
            Invoke-Dotnet build, src/SigmaPS, '-m:1', '-c', Release
            Invoke-Dotnet msbuild, module/Pack.proj, '-nologo'
            "Folder: $module"
            "For galleries, and the zip for Azure Automation: $([IO.Path]::Combine($root, 'out', 'package'))"
        }
        'Mutate' {
            Invoke-Mutation
        }
        'Clean' {
            Clear-Folder out TestResults
            Get-ChildItem -Path src, tests, module -Directory |
                ForEach-Object { Clear-Folder (Join-Path $_.FullName 'bin') (Join-Path $_.FullName 'obj') }
            'Removed: out, TestResults, and bin and obj of every project.'
        }
    }
}
finally {
    Pop-Location
}
