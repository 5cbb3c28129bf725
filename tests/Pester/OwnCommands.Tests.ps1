BeforeDiscovery {
    $script:Models = 'Built on Sales Core', 'Control Gallery', 'Custom SQL', '[Draft] Sales *', 'Empty Page', 'Filter Gallery',
        'Known Faults', 'Legacy Quickstart Copy', 'Orders Joined', 'Plugs Orders', 'Raw Names', 'Relationship RLS?', 'Sales Core',
        'Securities', 'Unions & Transposes'
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Manifest = Get-StagedManifest
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
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

    It 'is listed by Get-Member' {
        $members = $Table | Get-Member -MemberType Properties
        $members.Name | Should -Be 'columns', 'id', 'kind', 'name', 'source'
        ($Table | Get-Member)[0].TypeName | Should -Be 'SigmaPS.SpecNode'
    }

    It 'is extended by Add-Member, which finds existing members' {
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

        # One text from each, because the outputs of the four runspaces come in any order.
        $read = 1..4 | ForEach-Object { $Spec } |
            ForEach-Object -Parallel { "$($_.pages[0].elements[0].columns[1].name), $([bool]$_.nothing)" } -ThrottleLimit 4
        $read | Should -Be 'Date, False', 'Date, False', 'Date, False', 'Date, False'
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
