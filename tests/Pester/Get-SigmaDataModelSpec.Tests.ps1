BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    $script:Command = 'SigmaPS.Commands.GetSigmaDataModelSpecCommand'
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelSpec' {
    Context 'Reading' {
        It 'gives a spec by ID, by short ID, by address and by position' {
            foreach (
                $id in $PlugsOrders, '2901pYHmWLoCy81SHAH0o3',
                    'https://app.sigmacomputing.com/org-name/data-model/Plugs-Orders-2901pYHmWLoCy81SHAH0o3'
            ) {
                (Get-SigmaDataModelSpec -DataModelId $id).name | Should -Be 'Plugs Orders'
                (Get-SigmaDataModelSpec $id).name | Should -Be 'Plugs Orders'
            }
        }

        It 'gives the spec of each model that is piped in' {
            $specs = Get-SigmaDataModel -FolderPath 'Finance/Models' | Get-SigmaDataModelSpec
            $specs | Should -BeOfType SigmaPS.SpecNode
            $specs.name | Should -Be (Get-SigmaDataModel -FolderPath 'Finance/Models').Name
        }

        It 'gives the same in the same order with any -ThrottleLimit up to five' {
            $models = @(Get-SigmaDataModel)
            foreach ($limit in 1, 5) {
                ($models | Get-SigmaDataModelSpec -ThrottleLimit $limit).dataModelId | Should -Be $models.DataModelId
            }

            { Get-SigmaDataModelSpec -DataModelId $PlugsOrders -ThrottleLimit 6 } |
                Should -Throw -ErrorId "ParameterArgumentValidationError,$Command"
        }

        It 'gives the exact text with -AsJson' {
            $text = Get-SigmaDataModelSpec -DataModelId $PlugsOrders -AsJson
            $text | Should -BeOfType string
            $text | Should -BeExactly (Get-LiveText -Sandbox $Sandbox -DataModelId $PlugsOrders)
        }

        It 'gives an older version with -DocumentVersion' {
            $id = (Get-SigmaDataModel -Name 'Empty Page').DataModelId
            $text = Get-LiveText -Sandbox $Sandbox -DataModelId $id
            $version = (Get-SigmaDataModelSpec -DataModelId $id).documentVersion
            Publish-LiveText -Sandbox $Sandbox -DataModelId $id -Text ($text -replace '"pages":\[\{', '"pages":[{"note":"later",')
            (Get-SigmaDataModelSpec -DataModelId $id).pages[0].note | Should -Be 'later'
            $older = Get-SigmaDataModelSpec -DataModelId $id -DocumentVersion $version
            $older.pages[0].note | Should -BeNullOrEmpty
            $older.documentVersion | Should -Be $version
            $older.latestDocumentVersion | Should -Be ($version + 1)
        }

        It 'refuses version 0 and names a version that is not there' {
            { Get-SigmaDataModelSpec -DataModelId $PlugsOrders -DocumentVersion 0 } |
                Should -Throw -ErrorId "ParameterArgumentValidationError,$Command"
            { Get-SigmaDataModelSpec -DataModelId $PlugsOrders -DocumentVersion 999 -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*999*'
        }

        It 'ends with SigmaInvalidArgument, and without a prompt, when no model is given' {
            { Get-SigmaDataModelSpec } | Should -Throw -ErrorId "SigmaInvalidArgument,$Command"
        }

        It 'does not use the text of another object as an ID' {
            $null = [version]'1.2' | Get-SigmaDataModelSpec -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound*'
        }

        It 'names a model that is not there, and the next one still comes' {
            $found = '467bc369-5db7-4963-8172-000000000000', $PlugsOrders |
                Get-SigmaDataModelSpec -ErrorAction SilentlyContinue -ErrorVariable problems
            $found.name | Should -Be 'Plugs Orders'
            $problems.Count | Should -Be 1
            $problems[0].Exception.ErrorId | Should -Be 'SigmaModelNotFound'
        }
    }

    Context 'The object' {
        BeforeEach {
            $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
            $script:Table = $Spec.pages[0].elements[0]
        }

        It 'has the keys of the document as properties, in its order' {
            $keys = (Get-LiveSpec -Sandbox $Sandbox -DataModelId $PlugsOrders).PSObject.Properties.Name
            $Spec.PSObject.Properties.Name | Should -Be $keys
            ($Spec | Get-Member -MemberType Properties).Name | Should -Be ($keys | Sort-Object)
        }

        It 'is read by any case, by member enumeration, and through Where-Object' {
            $Spec.PAGES[0].Elements[0].Kind | Should -Be 'table'
            $Spec.pages.elements.columns.Count | Should -Be 22
            @($Table.columns | Where-Object name -In 'Cost', 'Price').Count | Should -Be 2
            @($Table.columns | Where-Object { $_.formula -like '*Price*' }).Count | Should -Be 1
        }

        It 'gives $null for a key that is not there, in strict mode too' {
            Set-StrictMode -Version Latest
            { $Table.nothing } | Should -Not -Throw
            $Table.nothing | Should -BeNullOrEmpty
        }

        It 'leaves text that looks like a date as text, and numbers as numbers' {
            $Spec.createdAt | Should -BeOfType string
            $Spec.createdAt | Should -BeExactly '2025-11-17T20:30:10.664Z'
            ($Spec.documentVersion + 1) | Should -Be 3
        }

        It 'takes new keys and grows lists where there was none' {
            $Table.description = 'All orders'
            $Table.metrics += @{ id = 'm1'; name = 'One' }
            $Table.metrics += [pscustomobject]@{ id = 'm2'; name = 'Two' }
            $Table.columns.Add([ordered]@{ id = 'c1'; name = 'New' })
            $Table.description | Should -Be 'All orders'
            $Table.metrics.name | Should -Be 'One', 'Two'
            $Table.columns[22].name | Should -Be 'New'
        }

        It 'has lists that can be cut, filled and walked like any other' {
            $Table.columns.RemoveAt(0)
            $Table.columns.Insert(0, @{ id = 'first'; name = 'First' })
            foreach ($column in $Table.columns) { $column.name = $column.name.ToUpperInvariant() }
            $Table.columns = $Table.columns[0..2]
            $Spec.pages[0].elements[0].columns.name | Should -BeExactly 'FIRST', 'DATE', 'SKU NUMBER'
            $Table.columns.Where({ $_.name -eq 'DATE' }).Count | Should -Be 1
            $Table.columns.ForEach({ $_.name })[1] | Should -BeExactly 'DATE'
            $Table.columns -contains $Table.columns[2] | Should -BeTrue
            $Table.columns.Clear()
            $Table.columns.Count | Should -Be 0
        }

        It 'loses a key with Remove' {
            $Table.Remove('name') | Should -BeTrue
            $Table.Remove('name') | Should -BeFalse
            $Table.PSObject.Properties.Name | Should -Not -Contain 'name'
        }

        It 'is copied deeply with .PSObject.Copy()' {
            $copy = $Spec.PSObject.Copy()
            $copy.pages[0].elements[0].columns[0].name = 'Other'
            $Table.columns[0].name | Should -Be 'Order Number'
        }

        It 'completes its keys at the prompt' {
            $line = '$Spec.pages[0].elements[0].col'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Contain 'columns'
        }
    }
}
