BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Manifest = Get-StagedManifest
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
}

AfterAll {
    Import-StagedModule
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'The manifest' {
    It 'is valid, and its version is that of its folder' {
        $info = Test-ModuleManifest -Path $Manifest -ErrorAction Stop
        $info.Version | Should -Be (Split-Path -Path (Split-Path -Path $Manifest -Parent) -Leaf)
        $info.Description | Should -Not -BeNullOrEmpty
        $info.PowerShellVersion | Should -Be '5.1'
    }

    It 'is made for both editions' {
        (Import-PowerShellDataFile -LiteralPath $Manifest).CompatiblePSEditions | Sort-Object | Should -Be 'Core', 'Desktop'
    }

    It 'exports its cmdlets and nothing else' {
        $module = Get-Module -Name SigmaPS
        $module.ExportedCommands.Keys | Sort-Object |
            Should -Be ((Import-PowerShellDataFile -LiteralPath $Manifest).CmdletsToExport | Sort-Object)
        @(Get-Command -Module SigmaPS -CommandType Cmdlet).Count | Should -Be $module.ExportedCommands.Count
        $module.ExportedVariables.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
    }

    It 'is the same as the repository''s, file for file' {
        Get-Content -LiteralPath $Manifest -Raw |
            Should -BeExactly (Get-Content -LiteralPath (Join-Path -Path $Repository -ChildPath 'SigmaPS.psd1') -Raw)
    }
}

Describe 'Importing' {
    BeforeAll {
        # A spec, the shape of it, and a session, as any user has them; after each way of importing all of it has to work.
        function Test-Work {
            Connect-Sandbox -Sandbox $Sandbox
            $spec = Get-SigmaDataModel -Name 'Plugs Orders' | Get-SigmaDataModelSpec
            $spec.pages[0].elements[0].columns.Count | Should -Be 22
            ($spec | Select-Object -Property name).name | Should -Be 'Plugs Orders'
            (Get-Command -Module SigmaPS).Name | Sort-Object |
                Should -Be ((Import-PowerShellDataFile -LiteralPath $Manifest).CmdletsToExport | Sort-Object)
        }
    }

    AfterEach {
        Import-StagedModule
        Get-SigmaSession -All | Disconnect-Sigma
    }

    It 'writes to no stream' {
        Remove-Module -Name SigmaPS
        Import-Module -Name $Manifest *>&1 | Should -BeNullOrEmpty
    }

    It 'works when it is done twice' {
        Import-Module -Name $Manifest
        Test-Work
    }

    It 'works when it is forced' {
        Import-Module -Name $Manifest -Force
        Import-Module -Name $Manifest -Force
        Test-Work
    }

    It 'works after Remove-Module' {
        Remove-Module -Name SigmaPS
        Get-Command -Name Get-SigmaDataModel -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Import-Module -Name $Manifest
        Test-Work
    }

    It 'works after Remove-Module with -Force' {
        Remove-Module -Name SigmaPS -Force
        Import-Module -Name $Manifest -Force
        Test-Work
    }

    It 'works by folder and by name from PSModulePath, in a process that nobody watches' {
        $run = @'
param($Folder)
$env:PSModulePath = $Folder + [IO.Path]::PathSeparator + $env:PSModulePath
(Get-Command -Name Get-SigmaDataModelSpec).ModuleName
Import-Module -Name SigmaPS
(Get-Module -Name SigmaPS).Version.ToString()
try { Get-SigmaDataModel } catch { $_.Exception.ErrorId }
'@
        $folder = Split-Path -Path (Split-Path -Path (Split-Path -Path $Manifest -Parent) -Parent) -Parent
        $output = Invoke-Unattended -Script $run -Argument $folder
        $output | Should -Be 'SigmaPS', (Get-Module -Name SigmaPS).Version.ToString(), 'SigmaNotConnected'
    }

    It 'works from <Place>, in a session of <Mode>' -TestCases @(
        @{ Place = 'a b'; Mode = 'FullLanguage' }
        @{ Place = 'br[ack]ets'; Mode = 'FullLanguage' }
        @{ Place = '[1]'; Mode = 'ConstrainedLanguage' }
        @{ Place = "it's `$5 (x86)"; Mode = 'ConstrainedLanguage' }
    ) {
        param($Place, $Mode)

        $folder = Join-Path -Path $TestDrive -ChildPath $Place
        if (-not (Test-Path -LiteralPath $folder)) { Copy-Item -LiteralPath (Split-Path -Path $Manifest) -Destination $folder -Recurse }
        $file = Join-Path -Path $TestDrive -ChildPath 'place.txt'
        Set-Content -LiteralPath $file -Value (Join-Path -Path $folder -ChildPath 'SigmaPS.psd1')
        $run = @'
param($File, $Mode)
$path = Get-Content -LiteralPath $File
$ExecutionContext.SessionState.LanguageMode = $Mode
Import-Module -Name $path
@(Get-Command -Module SigmaPS).Count
'@
        Invoke-Unattended -Script $run -Argument $file, $Mode |
            Should -Be (Import-PowerShellDataFile -LiteralPath $Manifest).CmdletsToExport.Count
    }

    It 'names the PowerShell that it needs where this one is older' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        # No older PowerShell runs on this .NET, so a copy asks for a type that no .NET has.
        $folder = Join-Path -Path $TestDrive -ChildPath 'newer'
        Copy-Item -LiteralPath (Split-Path -Path (Get-StagedManifest)) -Destination $folder -Recurse
        $root = Join-Path -Path $folder -ChildPath 'SigmaPS.psm1'
        (Get-Content -LiteralPath $root -Raw).Replace('System.IUtf8SpanFormattable', 'System.NotYet') |
            Set-Content -LiteralPath $root -Encoding ascii
        $run = "try { Import-Module '$folder/SigmaPS.psd1' -ErrorAction Stop } catch { `$_.Exception.Message }; `$Error.Count"
        $text, $errors = Invoke-Unattended -Script $run
        $text | Should -Match "7\.4 or later.*$([regex]::Escape($PSVersionTable.PSVersion.ToString()))"
        $errors | Should -Be 1
    }

    It 'imports, and refuses a second copy, by the scripts of Windows PowerShell' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        # The assemblies are those of this PowerShell, and the root names the other edition. It has no .NET 8.
        foreach ($name in 'desktop', 'another') {
            $folder = Join-Path -Path $TestDrive -ChildPath $name
            Copy-Item -LiteralPath (Split-Path -Path (Get-StagedManifest)) -Destination $folder -Recurse
            Get-ChildItem -LiteralPath (Join-Path -Path $folder -ChildPath 'bin/Core') -Exclude *.ps1, *.psd1 |
                Copy-Item -Destination (Join-Path -Path $folder -ChildPath 'bin/Desktop') -Recurse -Force
            Remove-Item -LiteralPath (Join-Path -Path $folder -ChildPath 'bin/Core') -Recurse
            $root = Join-Path -Path $folder -ChildPath 'SigmaPS.psm1'
            (Get-Content -LiteralPath $root -Raw).Replace('System.IUtf8SpanFormattable', 'System.NotYet').Replace('$PSEdition', 'Desktop') |
                Set-Content -LiteralPath $root -Encoding ascii
        }
        $run = @'
param($Folder)
foreach ($force in $false, $true) {
    Import-Module -Name "$Folder/desktop/SigmaPS.psd1" -Force:$force
    @(Get-Command -Module SigmaPS).Count
}
try { Import-Module -Name "$Folder/another/SigmaPS.psd1" -ErrorAction Stop } catch { "$_" }
'@
        $first, $again, $refused = Invoke-Unattended -Script $run -Argument $TestDrive
        $first, $again | Should -Be (@((Import-PowerShellDataFile -LiteralPath $Manifest).CmdletsToExport.Count) * 2)
        $folder, $loaded = 'another', 'desktop' | ForEach-Object { Join-Path -Path $TestDrive -ChildPath $_ }
        $refused | Should -BeLike "*'$folder'*'$loaded'*"
    }

    It 'refuses a second copy beside the loaded one and names both folders' {
        $folder = Join-Path -Path $TestDrive -ChildPath 'second'
        Copy-Item -LiteralPath (Split-Path -Path $Manifest) -Destination $folder -Recurse
        $run = @'
param($First, $Second)
Import-Module -Name $First
try { Import-Module -Name $Second -ErrorAction Stop } catch { "$_" }
@(Get-Command -Module SigmaPS).Count
'@
        $output = @(Invoke-Unattended -Script $run -Argument $Manifest, (Join-Path -Path $folder -ChildPath 'SigmaPS.psd1'))
        $output[0] | Should -BeLike "*'$folder'*'$(Split-Path -Path $Manifest)'*"
        $output[-1] | Should -Be (Import-PowerShellDataFile -LiteralPath $Manifest).CmdletsToExport.Count
    }
}

Describe 'colors of the tables' {
    It 'come where the console has them, and go where output is plain' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Import-StagedModule
        $spec = Import-SigmaDataModelSpec -LiteralPath (Join-Path -Path $Repository -ChildPath 'src/SigmaPS.Sandbox/Models/sales-core.json')
        $change = Compare-SigmaDataModelSpec -ReferenceSpec $spec -DifferenceSpec (
            $spec.PSObject.Copy() | Rename-SigmaSpecColumn -Element Orders -Name 'Net Revenue' -NewName 'Netto'
        ) | Select-Object -First 1
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $change | Out-String -Width 120 | Should -Match ([regex]::Escape($PSStyle.Foreground.Yellow) + '(Renamed|Changed)')
            $PSStyle.OutputRendering = 'PlainText'
            $change | Out-String -Width 120 | Should -Not -Match ([char]27)
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }
}
