BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    $names = (Import-PowerShellDataFile -LiteralPath (Get-StagedManifest)).CmdletsToExport
    $script:Cmdlets = foreach ($name in $names) { @{ Name = $name } }
    $script:Models = 'Built on Sales Core', 'Control Gallery', 'Custom SQL', '[Draft] Sales *', 'Empty Page', 'Filter Gallery',
        'Known Faults', 'Legacy Quickstart Copy', 'Orders Joined', 'Plugs Orders', 'Raw Names', 'Relationship RLS?', 'Sales Core',
        'Securities', 'Unions & Transposes'
    $docs = Join-Path -Path $Repository -ChildPath 'docs'
    $script:Topics = foreach ($file in Get-ChildItem -Path $docs -Filter 'about_*.md') { @{ Topic = $file.BaseName } }
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Manifest = Get-StagedManifest
    Import-StagedModule
    $script:Sandbox = Open-Sandbox

    # A command of an example that is another product's, which need not be here.
    Set-Item -Path 'function:Get-Secret' -Value { param([string] $Name) $Name }
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

Describe '<Name>' -ForEach $Cmdlets {
    BeforeAll {
        $script:Help = Get-Help -Name $Name -Full
        $script:Command = Get-Command -Name $Name
        $script:Parameters = @($Command.Parameters.Values |
                Where-Object { $_.Name -notin [System.Management.Automation.PSCmdlet]::CommonParameters } |
                Where-Object { -not @($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) } |
                ForEach-Object { $_.Name })
    }

    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain $Command.Verb
    }

    It 'says what it gives' {
        $Command.OutputType | Should -Not -BeNullOrEmpty
    }

    It 'has no parameter that must be asked for' {
        $Command.ParameterSets.Parameters | Where-Object -Property IsMandatory | Should -BeNullOrEmpty
    }

    It 'has help with a synopsis and a description of its own' {
        $Help.Synopsis | Should -BeLike '*.'
        $Help.Synopsis | Should -Not -BeLike "*$Name*"
        ($Help.description | Out-String).Trim().Length | Should -BeGreaterThan 100
    }

    It 'has help for each parameter that it shows and for no other' {
        @($Help.parameters.parameter.name) | Sort-Object | Should -Be ($Parameters | Sort-Object)
        foreach ($parameter in $Parameters) {
            $text = (Get-Help -Name $Name -Parameter $parameter).description | Out-String
            $text.Trim() | Should -BeLike '*.' -Because "-$parameter is told in sentences"
        }
    }

    It 'has a line of syntax for each parameter set' {
        @($Help.syntax.syntaxItem).Count | Should -Be $Command.ParameterSets.Count
    }

    It 'has two examples or more, whose commands and parameters there are' {
        $examples = @($Help.examples.example)
        $examples.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $examples) {
            ($example.remarks | Out-String).Trim() | Should -Not -BeNullOrEmpty
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($example.code, [ref]$null, [ref]$errors)
            $errors | Should -BeNullOrEmpty
            $calls = $tree.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true)
            @($calls).Count | Should -BeGreaterThan 0
            foreach ($call in $calls) {
                $called = Get-Command -Name $call.GetCommandName() -ErrorAction Stop
                foreach (
                    $given in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }
                ) {
                    { $called.ResolveParameter($given.ParameterName) } | Should -Not -Throw -Because $given.Extent.Text
                }
            }
        }

        ($examples.code -join "`n") | Should -Match $Name
    }

    It 'has help to be read in every form' {
        Get-Help -Name $Name | Out-String | Should -Match 'SYNOPSIS'
        Get-Help -Name $Name -Examples | Out-String | Should -Match 'Example 1'
        Get-Help -Name $Name -Full | Out-String -Width 200 | Should -Match '-\w+'
        Get-Help -Name $Name -Detailed | Out-String | Should -Match 'PARAMETERS'
    }

    It 'points only to help that is there' {
        $links = @($Help.relatedLinks.navigationLink | ForEach-Object { $_.linkText } | Where-Object { $_ })
        $links.Count | Should -BeGreaterThan 0
        foreach ($link in $links) { Get-Help -Name $link -ErrorAction Stop | Should -Not -BeNullOrEmpty -Because $link }
    }
}

Describe '<Topic>' -ForEach $Topics {
    It 'is found by Get-Help, with a short and a long description' {
        $text = Get-Help -Name $Topic -ErrorAction Stop | Out-String
        $text | Should -Match "(?m)^TOPIC\s+$Topic"
        $text | Should -Match '(?m)^SHORT DESCRIPTION'
        $text | Should -Match '(?m)^LONG DESCRIPTION'
    }

    It 'is folded for a console, but for lines of code' {
        $prose = (Get-Help -Name $Topic -ErrorAction Stop | Out-String) -split '\r?\n' -notmatch '^ {5}'
        ($prose | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual 80
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

    It 'says nothing on any stream' {
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
        # No older PowerShell runs on this .NET, so that a copy asks for a newer one.
        $folder = Join-Path -Path $TestDrive -ChildPath 'newer'
        Copy-Item -LiteralPath (Split-Path -Path (Get-StagedManifest)) -Destination $folder -Recurse
        $inner = Join-Path -Path $folder -ChildPath 'bin/Core/SigmaPS.Binary.psd1'
        (Get-Content -LiteralPath $inner -Raw).Replace("'7.4'", "'99.0'") | Set-Content -LiteralPath $inner -Encoding ascii
        $text = Invoke-Unattended -Script "try { Import-Module '$folder/SigmaPS.psd1' -ErrorAction Stop } catch { `$_.Exception.Message }"
        "$text" | Should -Match "7\.4 or later.*$([regex]::Escape($PSVersionTable.PSVersion.ToString()))"
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

Describe 'A spec among PowerShell''s own commands' {
    BeforeAll {
        Get-SigmaSession -All | Disconnect-Sigma
        Connect-Sandbox -Sandbox $Sandbox
    }

    BeforeEach {
        $script:Text = Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsJson
        $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $script:Table = $Spec.pages[0].elements[0]
    }

    It 'is written by ConvertTo-Json as the service sent it' {
        $Spec | ConvertTo-Json -Depth 100 -Compress | Should -BeExactly ($Text | ConvertFrom-Json | ConvertTo-Json -Depth 100 -Compress)
        ConvertTo-Json -InputObject $Table.columns[0] -Compress |
            Should -BeExactly ('{"id":"inode-LJa8JXHzrn17EZwat5E2Nl/ORDER_NUMBER","name":"Order Number",' +
                '"formula":"[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Order Number]"}')
    }

    It 'goes back unchanged through ConvertTo-Json, for the model <_>' -ForEach $Models {
        $json = Get-SigmaDataModel | Where-Object -Property Name -EQ -Value $_ | Select-Object -First 1 | Get-SigmaDataModelSpec |
            ConvertTo-Json -Depth 100
        (Set-SigmaDataModelSpec -Json $json -AllowUnrepresented -PassThru -ErrorAction Stop -WarningAction SilentlyContinue).Status |
            Should -BeIn 'Unchanged', 'Equivalent'
    }

    It 'goes back unchanged through Export-Clixml, for the model <_>' -ForEach $Models {
        $file = Join-Path -Path $TestDrive -ChildPath 'model.xml'
        Get-SigmaDataModel | Where-Object -Property Name -EQ -Value $_ | Select-Object -First 1 | Get-SigmaDataModelSpec |
            Export-Clixml -LiteralPath $file
        (
            Import-Clixml -LiteralPath $file |
                Set-SigmaDataModelSpec -AllowUnrepresented -PassThru -ErrorAction Stop -WarningAction SilentlyContinue
        ).Status | Should -BeIn 'Unchanged', 'Equivalent'
    }

    It 'is cut by Select-Object' {
        $cut = $Table.columns | Select-Object -First 2 -Property name, @{ Name = 'upper'; Expression = { $_.name.ToUpperInvariant() } }
        $cut.name | Should -Be 'Order Number', 'Date'
        $cut.upper | Should -BeExactly 'ORDER NUMBER', 'DATE'
        $Spec.pages | Select-Object -ExpandProperty elements | Select-Object -ExpandProperty kind | Should -Be 'table'
        ($Table | Select-Object -Property * -ExcludeProperty columns).PSObject.Properties.Name | Should -Not -Contain 'columns'
    }

    It 'is sorted by Sort-Object' {
        $sorted = @($Table.columns | Sort-Object -Property name)
        $sorted[0].name | Should -Be 'Brand'
        $sorted.name | Should -Be ($Table.columns.name | Sort-Object)
        @($Table.columns | Sort-Object -Property name -Descending)[0].name | Should -Be 'Store Zip Code'
    }

    It 'is grouped by Group-Object' {
        $groups = $Table.columns | Group-Object -Property { $_.name.Split(' ')[0] }
        ($groups | Where-Object -Property Name -EQ -Value 'Store').Count | Should -Be 8
        ($Table.columns | Group-Object -Property name -AsHashTable -AsString)['Date'].formula | Should -BeLike '*/Date?'
    }

    It 'is measured, compared and made unique' {
        ($Table.columns | Measure-Object).Count | Should -Be 22
        $copy = $Spec.PSObject.Copy()
        $copy.pages[0].elements[0].columns[0].name = 'Order No'
        $difference =
            Compare-Object -ReferenceObject @($Table.columns) -DifferenceObject @($copy.pages[0].elements[0].columns) -Property name
        $difference.name | Sort-Object | Should -Be 'Order No', 'Order Number'
    }

    It 'is shown by Format-Table and Format-List' {
        $Table.columns | Format-Table -Property name, formula | Out-String -Width 200 |
            Should -Match 'Order Number +\[PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Order Number\]'
        $Table.columns[0] | Out-String -Width 200 | Should -Match 'id +name +formula'
        $Spec | Format-List | Out-String -Width 200 | Should -Match '(?m)^name +: Plugs Orders'
    }

    It 'is told by Get-Member' {
        $members = $Table | Get-Member -MemberType Properties
        $members.Name | Should -Be 'columns', 'id', 'kind', 'name', 'source'
        ($Table | Get-Member)[0].TypeName | Should -Be 'SigmaPS.SpecNode'
    }

    It 'is extended by Add-Member, which sees what is there' {
        $Table.columns[0] | Add-Member -NotePropertyName hidden -NotePropertyValue $true
        $Table.columns[0].hidden | Should -BeTrue
        { $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Other' -ErrorAction Stop } | Should -Throw
        $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Other' -Force
        $Table.columns[0].name | Should -Be 'Other'
        $Table.columns.name[0] | Should -Be 'Other'
        @($Table.columns | Where-Object name -EQ 'Other').Count | Should -Be 1
        ($Table.columns[0] | Select-Object -Property name).name | Should -Be 'Other'
        ($Table.columns[0] | ConvertTo-Json | ConvertFrom-Json).name | Should -Be 'Other'
    }

    It 'is written to CSV' {
        $rows = @($Table.columns | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv)
        $rows.Count | Should -Be 22
        $rows[1].name | Should -Be 'Date'
    }

    It 'is kept whole by Export-Clixml and Import-Clixml' {
        $Spec | Export-Clixml -LiteralPath 'TestDrive:/spec.xml'
        $back = Import-Clixml -LiteralPath 'TestDrive:/spec.xml'
        $back.PSObject.TypeNames | Should -Contain 'Deserialized.SigmaPS.SpecNode'
        $back.pages[0].elements[0].columns[21].formula | Should -BeExactly $Table.columns[21].formula
        $back | ConvertTo-Json -Depth 100 -Compress | Should -BeExactly ($Spec | ConvertTo-Json -Depth 100 -Compress)
    }

    It 'binds its keys by property name' {
        function Show-Column {
            param([Parameter(ValueFromPipelineByPropertyName)] $Name, [Parameter(ValueFromPipelineByPropertyName)] $Formula)
            process { "$Name = $Formula" }
        }

        ($Table.columns | Show-Column)[1] | Should -Be 'Date = [PLUGS_ELECTRONICS_HANDS_ON_LAB_DATA/Date]'
    }

    It 'comes whole out of a job that has the module, and goes back' {
        $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
        $env:SIGMA_CLIENT_ID = $Sandbox.ClientId
        $env:SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret
        try {
            $job = Start-Job -ScriptBlock {
                Import-Module -Name $using:Manifest
                Connect-Sigma -ErrorAction Stop
                Get-SigmaDataModelSpec -DataModelId $using:PlugsOrders
                Get-SigmaSession
            }
            $result = @($job | Wait-Job -Timeout 120 | Receive-Job -ErrorAction Stop)
            $job | Remove-Job -Force
        }
        finally {
            foreach ($name in $SigmaVariables) { [Environment]::SetEnvironmentVariable($name, $null) }
        }

        $back = $result[0]
        $back.PSObject.TypeNames | Should -Contain 'Deserialized.SigmaPS.SpecNode'
        $back.pages[0].elements[0].columns.Count | Should -Be 22
        ($back | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
        $back.pages[0].elements[0].columns[0].name = 'Order No'
        ($back | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Updated'
        $result[1] | Out-String | Should -Not -Match $Sandbox.ClientSecret
        Set-SigmaDataModelSpec -Json $Text -IgnoreConflict
    }

    It 'is read in ForEach-Object -Parallel, where the module is not imported' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because 'Windows PowerShell has no ForEach-Object -Parallel'
            return
        }

        $names = 1..4 | ForEach-Object { $Spec } |
            ForEach-Object -Parallel { $_.pages[0].elements[0].columns[1].name; [bool]$_.nothing } -ThrottleLimit 4
        $names | Should -Be 'Date', $false, 'Date', $false, 'Date', $false, 'Date', $false
    }

    It 'is got in ForEach-Object -Parallel with the session of this runspace, named or not' {
        if ($PSVersionTable.PSEdition -ne 'Core') {
            Set-ItResult -Skipped -Because 'Windows PowerShell has no ForEach-Object -Parallel'
            return
        }

        $session = Get-SigmaSession
        $path = $Manifest
        $named = Get-SigmaDataModel -FolderPath 'Finance/Models' |
            ForEach-Object -Parallel { Import-Module -Name $using:path; $_ | Get-SigmaDataModelSpec -Session $using:session }
        $named.name | Sort-Object | Should -Be ((Get-SigmaDataModel -FolderPath 'Finance/Models').Name | Sort-Object)
        $unnamed = Get-SigmaDataModel -FolderPath 'Finance/Models' |
            ForEach-Object -Parallel { Import-Module -Name $using:path; $_ | Get-SigmaDataModelSpec }
        $unnamed.name | Sort-Object | Should -Be ($named.name | Sort-Object)
    }
}

Describe 'A result among PowerShell''s own commands' {
    BeforeAll {
        Get-SigmaSession -All | Disconnect-Sigma
        Connect-Sandbox -Sandbox $Sandbox
        $spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $spec.pages[0].elements[0].columns[0].description = 'x'
        $script:Result = $spec | Set-SigmaDataModelSpec -PassThru
    }

    It 'is shown as text, as a list and as a table' {
        "$Result" | Should -BeLike 'Plugs Orders: Updated*'
        $Result | Format-List -Property Name, Status, VersionBefore, VersionAfter, Findings | Out-String | Should -Match 'Status +: Updated'
        $Result | Out-String | Should -Match 'Updated'
        $Result.Changes | Format-Table -Property Change, Kind, Name, Property | Out-String -Width 200 | Should -Match 'Changed +column'
    }

    It 'is written as JSON, with its changes' {
        $back = $Result | Select-Object -Property Name, Status, VersionAfter, Changes | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $back.VersionAfter | Should -Be $Result.VersionAfter
        @($back.Changes)[0].NewValue | Should -Be 'x'
    }
}

Describe 'colours of the tables' {
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
