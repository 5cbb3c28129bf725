<#
.SYNOPSIS
    Builds, tests, packs or cleans SigmaPS. MSBuild does the work; this conducts, in Windows PowerShell 5.1 and PowerShell 7 alike.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pack', 'Clean')]
    [string] $Task = 'Build'
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
