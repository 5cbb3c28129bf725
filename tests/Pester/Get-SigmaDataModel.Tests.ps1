BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    $script:Command = 'SigmaPS.Commands.GetSigmaDataModelCommand'
    Connect-Sandbox -Sandbox $Sandbox
    $script:All = @(Get-SigmaDataModel)
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModel' {
    Context 'Listing' {
        It 'gives every model with its facts' {
            $All.Count | Should -BeGreaterThan 10
            $All | Should -BeOfType SigmaPS.DataModel
            $model = $All | Where-Object -Property Name -EQ -Value 'Plugs Orders'
            $model.DataModelId | Should -Be $PlugsOrders
            $model.Path | Should -Be 'My Documents/Examples'
            $model.Version | Should -Be 2
            $model.ShortId | Should -Be '2901pYHmWLoCy81SHAH0o3'
            $model.Url | Should -BeLike '*/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3'
            $model.UpdatedAt | Should -BeOfType datetimeoffset
            $model.OwnerId | Should -Not -BeNullOrEmpty
            $model.IsArchived | Should -BeFalse
        }

        It 'looks piped IDs up in their order with any -ThrottleLimit up to five' {
            foreach ($limit in 1, 5) {
                ($All.DataModelId | Get-SigmaDataModel -ThrottleLimit $limit).DataModelId | Should -Be $All.DataModelId
            }

            { Get-SigmaDataModel -DataModelId $PlugsOrders -ThrottleLimit 6 } |
                Should -Throw -ErrorId "ParameterArgumentValidationError,$Command"
        }

        It 'stops when the pipeline stops' {
            @(Get-SigmaDataModel | Select-Object -First 1).Count | Should -Be 1
            @(Get-SigmaDataModel | Select-Object -First 3 | Sort-Object -Property Name).Count | Should -Be 3
        }

        It 'takes a name literally first, in any case, and then as a pattern' {
            (Get-SigmaDataModel -Name '[Draft] Sales *').Name | Should -Be '[Draft] Sales *'
            (Get-SigmaDataModel -Name 'plugs orders').DataModelId | Should -Be $PlugsOrders
            (Get-SigmaDataModel -Name 'Plugs*').DataModelId | Should -Be $PlugsOrders
            @(Get-SigmaDataModel -Name 'Sales Core').Count | Should -Be 2
        }

        It 'names each name that finds nothing and still gives the others' {
            $found = Get-SigmaDataModel -Name 'No such model', 'Plugs Orders' -ErrorAction SilentlyContinue -ErrorVariable problems
            $found.Name | Should -Be 'Plugs Orders'
            $problems.Count | Should -Be 1
            $problems[0].Exception.ErrorId | Should -Be 'SigmaModelNotFound'
            $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $problems[0].TargetObject | Should -Be 'No such model'
        }

        It 'gives the models of a folder and of the folders below' {
            $paths = (Get-SigmaDataModel -FolderPath 'Retail/Models').Path | Sort-Object -Unique
            $paths | Should -Be 'Retail/Models', 'Retail/Models/Sandbox'
            (Get-SigmaDataModel -FolderPath 'Finance*').Path | Sort-Object -Unique | Should -Be 'Finance/Models'
            { Get-SigmaDataModel -FolderPath 'Retail/Mod' -ErrorAction Stop } | Should -Throw -ErrorId "SigmaItemNotFound,$Command"
        }

        It 'gives the models of an owner, by ID' {
            $owner = ($All | Where-Object -Property Name -EQ -Value 'Plugs Orders').OwnerId
            @(Get-SigmaDataModel -Owner $owner).Count | Should -Be @($All | Where-Object -Property OwnerId -EQ -Value $owner).Count
        }

        It 'ends with SigmaInvalidArgument for an address that no member has' {
            { Get-SigmaDataModel -Owner 'nobody@example.com' } | Should -Throw -ErrorId "SigmaInvalidArgument,$Command"
        }

        It 'gives models changed after a moment, given as text, date or time with offset' {
            $model = $All | Where-Object -Property Name -EQ -Value 'Plugs Orders'
            (Get-SigmaDataModel -UpdatedAfter $model.UpdatedAt.AddSeconds(-1)).Name | Should -Contain 'Plugs Orders'
            (Get-SigmaDataModel -UpdatedAfter $model.UpdatedAt).Name | Should -Not -Contain 'Plugs Orders'
            Get-SigmaDataModel -UpdatedAfter '2126-01-01' | Should -BeNullOrEmpty
            Get-SigmaDataModel -UpdatedAfter (Get-Date).AddYears(1) | Should -BeNullOrEmpty
        }

        It 'gives models in the trash on request only' {
            $All.Name | Should -Not -Contain 'Retired Model'
            $retired = Get-SigmaDataModel -IncludeArchived | Where-Object -Property IsArchived
            $retired.Name | Should -Be 'Retired Model'
        }

        It 'gives all models of the organization on request' {
            @(Get-SigmaDataModel -Scope Organization).Count | Should -BeGreaterOrEqual $All.Count
        }
    }

    Context 'One model' {
        It 'is found by <Title>' -ForEach @(
            @{ Title = 'UUID'; Id = '467bc369-5db7-4963-8172-b24a49dbc75b' }
            @{ Title = 'UUID in capitals with blanks around it'; Id = ' 467BC369-5DB7-4963-8172-B24A49DBC75B ' }
            @{ Title = 'short id'; Id = '2901pYHmWLoCy81SHAH0o3' }
            @{ Title = 'address'; Id = 'https://app.sigmacomputing.com/org-name/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3' }
        ) {
            (Get-SigmaDataModel -DataModelId $Id).Name | Should -Be 'Plugs Orders'
            (Get-SigmaDataModel $Id).Name | Should -Be 'Plugs Orders'
            ($Id | Get-SigmaDataModel).Name | Should -Be 'Plugs Orders'
        }

        It 'is found by the property DataModelId of the piped object' {
            ([pscustomobject]@{ DataModelId = $PlugsOrders; Note = 'x' } | Get-SigmaDataModel).Name | Should -Be 'Plugs Orders'
            ($All | Where-Object -Property Name -EQ -Value 'Plugs Orders' | Get-SigmaDataModel).Name | Should -Be 'Plugs Orders'
        }

        It 'is found by rows of a CSV file' {
            $rows = "DataModelId,Note`n$PlugsOrders,x" | ConvertFrom-Csv
            ($rows | Get-SigmaDataModel).Name | Should -Be 'Plugs Orders'
        }

        It 'is SigmaModelNotFound for a missing model, and the next one is returned' {
            $found = '467bc369-5db7-4963-8172-000000000000', $PlugsOrders |
                Get-SigmaDataModel -ErrorAction SilentlyContinue -ErrorVariable problems
            $found.Name | Should -Be 'Plugs Orders'
            $problems.Count | Should -Be 1
            $problems[0].Exception.ErrorId | Should -Be 'SigmaModelNotFound'
            $problems[0].Exception.StatusCode | Should -Be 404
            $problems[0].Exception.RequestId | Should -Not -BeNullOrEmpty
        }

        It 'is SigmaInvalidId for <_>' -ForEach 'https://app.sigmacomputing.com/acme/data-model/Sales-zzzzzzzzzzzzzzzzzzzzzz',
            'https://app.sigmacomputing.com/acme/workbook/Sales-2901pYHmWLoCy81SHAH0o3' {
            { Get-SigmaDataModel -DataModelId $_ -ErrorAction Stop } | Should -Throw -ErrorId "SigmaInvalidId,$Command"
        }
    }

    Context 'The views of a user' {
        It 'is a table of name, version, time and path with the ID beneath the name, at <_> columns' -ForEach 80, 120 {
            $text = Get-SigmaDataModel -Name 'Plugs Orders' | Out-String -Width $_
            $text | Should -Match 'Name +Version UpdatedAt +Path'
            $text | Should -Match "Plugs Orders +2 2025-11-17 My Documents/Examples\s+$PlugsOrders +20:31Z"
        }

        It 'is everything when asked for as a list' {
            $text = Get-SigmaDataModel -Name 'Plugs Orders' | Format-List -Property * | Out-String -Width 200
            foreach ($property in 'OwnerId', 'ShortId', 'Url', 'CreatedBy', 'IsArchived') { $text | Should -Match "(?m)^$property +: \S" }
        }

        It 'can be sorted, grouped, measured and written as JSON and CSV' {
            ($All | Sort-Object -Property Version -Descending)[0].Version |
                Should -Be ($All | Measure-Object -Property Version -Maximum).Maximum
            ($All | Group-Object -Property Path | Where-Object -Property Name -EQ -Value 'My Documents/Examples').Group.Name |
                Should -Contain 'Plugs Orders'
            ($All | ConvertTo-Json -Depth 3 | ConvertFrom-Json | ForEach-Object { $_.DataModelId }) | Should -Be $All.DataModelId
            ($All | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).DataModelId | Should -Be $All.DataModelId
        }
    }
}
