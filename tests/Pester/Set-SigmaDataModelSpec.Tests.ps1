BeforeAll {
    . "$PSScriptRoot/plugs-orders.ps1"
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Set-SigmaDataModelSpec' {
    BeforeEach {
        Restore-LiveModel
    }

    Context 'An edit' {
        It 'is published as the next version, read back, and returned with -PassThru' {
            $Table.columns[0].description = 'The number on the slip'
            $result = $Spec | Set-SigmaDataModelSpec -PassThru
            $result | Should -BeOfType SigmaPS.WriteResult
            $result.Status | Should -Be 'Updated'
            $result.Name | Should -Be 'Plugs Orders'
            $result.DataModelId | Should -Be $PlugsOrders
            $result.VersionBefore | Should -Be $Version
            $result.VersionAfter | Should -Be ($Version + 1)
            $result.Changes.Count | Should -Be 1
            $result.Changes[0].Name | Should -BeLike '*Order Number'
            $result.Changes[0].NewValue | Should -Be 'The number on the slip'
            $result.Findings | Should -BeNullOrEmpty
            $result.Organization | Should -Be (Get-SigmaSession).OrganizationId
            $result.Spec.pages[0].elements[0].columns[0].description | Should -Be 'The number on the slip'
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'The number on the slip'
        }

        It 'gives nothing, and warns of nothing, without -PassThru' {
            $Table.columns[0].description = 'x'
            $Spec | Set-SigmaDataModelSpec -WarningVariable warnings | Should -BeNullOrEmpty
            $warnings | Should -BeNullOrEmpty
            (Get-Live).documentVersion | Should -Be ($Version + 1)
        }

        It 'is sent nowhere when there is nothing to do' {
            ($Spec | Set-SigmaDataModelSpec -PassThru).Status | Should -Be 'Unchanged'
            (Get-Live).documentVersion | Should -Be $Version
        }

        It 'updates the base version of the object' {
            $Table.columns[0].description = 'one'
            $Spec | Set-SigmaDataModelSpec
            $Table.columns[0].description = 'two'
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).documentVersion | Should -Be ($Version + 2)
        }

        It 'takes the spec by parameter and by position as well' {
            $Table.columns[0].description = 'one'
            Set-SigmaDataModelSpec -Spec $Spec
            $Table.columns[0].description = 'two'
            Set-SigmaDataModelSpec $Spec
            $Table.columns[0].description = 'three'
            Set-SigmaDataModelSpec -InputObject $Spec
            (Get-Live).pages[0].elements[0].columns[0].description | Should -Be 'three'
        }

        It 'renames columns and tables' {
            ($Table.columns | Where-Object name -EQ 'Cust Key').name = 'Customer Key'
            $Table.name = 'Orders'
            $Spec | Set-SigmaDataModelSpec
            $live = (Get-Live).pages[0].elements[0]
            $live.name | Should -Be 'Orders'
            $live.columns.name | Should -Contain 'Customer Key'
            $live.columns.name | Should -Not -Contain 'Cust Key'
        }

        It 'keeps two of 22 columns' {
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            (Get-Live).pages[0].elements[0].columns.name | Should -Be 'Order Number', 'Date'
        }

        It 'sends a list of one where a filter leaves one column' {
            $Table.columns = $Table.columns | Where-Object name -EQ 'Date'
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders | Should -Match '"columns":\[\{[^{}]+\}\]'
        }

        It 'refuses $null where a filter leaves no column' {
            $Table.columns = $Table.columns | Where-Object name -EQ 'No such name'
            { $Spec | Set-SigmaDataModelSpec -AllowRemoval -ErrorAction Stop } |
                Should -Throw -ErrorId "SigmaSpecListIsNull,$Command" -ExpectedMessage '*/pages/0/elements/0/columns*@()*'
        }

        It 'sends an empty list where one is given' {
            $Table.columns = @($Table.columns | Where-Object name -EQ 'No such name')
            $Spec | Set-SigmaDataModelSpec -AllowRemoval
            (Get-Live).pages[0].elements[0].columns | Should -BeNullOrEmpty
        }

        It 'sends $null in another list as an empty one, with a warning' {
            $Table.metrics = $null
            $Table.columns[0].description = 'x'
            $Spec | Set-SigmaDataModelSpec -WarningVariable warnings -WarningAction SilentlyContinue
            @($warnings).Count | Should -Be 1
            $warnings[0].Message | Should -BeLike '*/pages/0/elements/0/metrics*'
        }

        It 'adds columns and metrics from hashtables, ordered dictionaries and custom objects' {
            $Table.columns += @{ id = 'revenue'; name = 'Revenue'; formula = '[Price] * [Quantity]' }
            $Table.columns.Add([pscustomobject]@{ id = 'year'; name = 'Year'; formula = 'Year([Date])' })
            $Table.columns += [ordered]@{ id = 'month'; name = 'Month'; formula = 'Month([Date])' }
            $Table.metrics += @{ id = 'total'; name = 'Total Revenue'; formula = 'Sum([Revenue])' }
            $Table.description = 'All orders of the shops'
            ($Table.columns | Where-Object name -EQ 'Price').format = @{ kind = 'number'; formatString = ',.0f' }
            $result = $Spec | Set-SigmaDataModelSpec -PassThru
            $result.Findings | Should -BeNullOrEmpty
            $live = (Get-Live).pages[0].elements[0]
            @($live.columns).Count | Should -Be 25
            $live.columns[22..24].name | Should -Be 'Revenue', 'Year', 'Month'
            $live.metrics[0].name | Should -Be 'Total Revenue'
            $live.description | Should -Be 'All orders of the shops'
            ($live.columns | Where-Object name -EQ 'Price').format.formatString | Should -Be ',.0f'
        }

        It 'takes what Select-Object, Sort-Object and calculated properties have made of columns' {
            $Table.columns = $Table.columns | Sort-Object -Property name |
                Select-Object -Property id, @{ Name = 'name'; Expression = { $_.name.ToUpperInvariant() } }, formula
            $Spec | Set-SigmaDataModelSpec
            $names = (Get-Live).pages[0].elements[0].columns.name
            $names[0] | Should -BeExactly 'BRAND'
            @($names).Count | Should -Be 22
        }

        It 'takes what Add-Member has added and overwritten' {
            $Table.columns[0] | Add-Member -NotePropertyName description -NotePropertyValue 'noted'
            $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Number' -Force
            $Spec | Set-SigmaDataModelSpec
            $live = (Get-Live).pages[0].elements[0].columns[0]
            $live.description | Should -Be 'noted'
            $live.name | Should -Be 'Number'
        }

        It 'takes what was assigned after Add-Member, as the last word' {
            $Table.columns[0] | Add-Member -NotePropertyName name -NotePropertyValue 'Number' -Force
            $Table.columns[0].name = 'Order No'
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).pages[0].elements[0].columns[0].name | Should -Be 'Order No'
        }

        It 'leaves out a key that was removed' {
            $Table.description = 'x'
            $Spec | Set-SigmaDataModelSpec
            $null = $Table.Remove('description')
            $Spec | Set-SigmaDataModelSpec
            (Get-Live).pages[0].elements[0].PSObject.Properties.Name | Should -Not -Contain 'description'
        }

        It 'warns of a formula that does not resolve, and has it in the findings' {
            $Table.columns += @{ id = 'bad'; name = 'Bad'; formula = '[No such column] + 1' }
            $result = $Spec | Set-SigmaDataModelSpec -SkipValidation -PassThru -WarningVariable warnings -WarningAction SilentlyContinue
            $result.Status | Should -Be 'Updated'
            @($result.Findings).Count | Should -Be 1
            $warnings[0].Message | Should -BeLike '*Bad*'
        }

        It 'works on the newer layout, where columns have no names' {
            $model = Get-SigmaDataModel -Name 'Raw Names'
            $newer = $model | Get-SigmaDataModelSpec
            $element = $newer.pages.elements | Where-Object { @($_.columns).Count -gt 1 } | Select-Object -First 1
            $element.columns[0].name = 'First of all'
            $element.columns += @{ id = 'one'; name = 'One'; formula = '1' }
            $element.metrics += @{ id = 'rows'; name = 'Rows'; formula = 'Count()' }
            $newer | Set-SigmaDataModelSpec
            $live = (Get-LiveSpec -Sandbox $Sandbox -DataModelId $model.DataModelId).pages.elements | Where-Object id -EQ $element.id
            $live.columns[0].name | Should -Be 'First of all'
            $live.columns.id | Should -Contain 'one'
            $live.metrics.name | Should -Contain 'Rows'
        }

        It 'renames and describes the model itself, which makes no version' {
            $Spec.name = 'Plugs Orders (reviewed)'
            $Spec.description = 'All orders'
            $Spec | Set-SigmaDataModelSpec
            $live = Get-Live
            $live.name | Should -Be 'Plugs Orders (reviewed)'
            $live.description | Should -Be 'All orders'
            $live.documentVersion | Should -Be $Version
        }
    }

    Context 'Around a write' {
        It 'a backup is written that is exact, has a meaningful name, and can be restored' {
            $before = Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders
            $Table.columns = $Table.columns | Where-Object name -In 'Order Number', 'Date'
            $result = $Spec | Set-SigmaDataModelSpec -AllowRemoval -BackupPath 'TestDrive:/new/backups' -PassThru
            Split-Path -Path $result.BackupFile -Leaf |
                Should -Match "^Plugs Orders\.2901pYHmWLoCy81SHAH0o3\.v$Version\.\d{8}T\d{6}Z\.json$"
            Test-Path -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'new/backups') | Should -BeTrue
            [IO.File]::ReadAllText($result.BackupFile) | Should -BeExactly $before
            Set-SigmaDataModelSpec -LiteralPath $result.BackupFile -BaseDocumentVersion $result.VersionAfter -AllowRemoval
            @((Get-Live).pages[0].elements[0].columns).Count | Should -Be 22
        }

        It 'nothing is read back with -NoVerify' {
            $Table.columns[0].description = 'x'
            $result = $Spec | Set-SigmaDataModelSpec -NoVerify -PassThru
            $result.Status | Should -Be 'Updated'
            $result.VersionAfter | Should -BeNullOrEmpty
            $result.Spec | Should -BeNullOrEmpty
        }

        It 'a typed ID that is not the spec''s own is a transfer that needs a base' {
            $other = (Get-SigmaDataModel -Name 'Unions*').DataModelId
            { $Spec | Set-SigmaDataModelSpec -DataModelId $other -ErrorAction Stop } | Should -Throw -ErrorId "SigmaSpecNoBase,$Command"
            $Spec | Set-SigmaDataModelSpec -DataModelId $other -IgnoreConflict -AllowRemoval
            (Get-LiveSpec -Sandbox $Sandbox -DataModelId $other).pages[0].elements[0].name | Should -Be $Table.name
            (Get-Live).documentVersion | Should -Be $Version
        }

        It 'a named session is the one that is written in' {
            $session = Get-SigmaSession
            $Table.columns[0].description = 'x'
            ($Spec | Set-SigmaDataModelSpec -Session $session -PassThru).Organization | Should -Be $session.OrganizationId
        }
    }
}
