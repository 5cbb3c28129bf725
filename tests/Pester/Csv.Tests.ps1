# Lists in a CSV file: their items, and not the name of a type. In scripts they are used like arrays.

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:SalesCore = '06de7885-847b-468d-a96e-7db8f5b84bb1'
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $SalesCore
    $edited = $Spec.PSObject.Copy()
    $edited.pages[0].elements[0].columns[0].formula = '[Nope]'
    $script:Results = @{
        Element = Get-SigmaDataModelElement -DataModelId $SalesCore
        Lineage = Get-SigmaDataModelLineage -DataModelId $SalesCore
        Source  = Get-SigmaDataModelSource -DataModelId $SalesCore
        Table   = Get-SigmaTable -ConnectionId (Get-SigmaConnection)[0].ConnectionId
        Column  = Find-SigmaDataModelColumn -DataModelId $SalesCore -Name 'Order*'
        Issue   = $edited | Get-SigmaDataModelSpecIssue
        Change  = Compare-SigmaDataModelSpec -ReferenceSpec $Spec -DifferenceSpec $edited
        Write   = $Spec | Set-SigmaDataModelSpec -PassThru
        Log     = Get-SigmaChange -DataModelId $SalesCore
        Spec    = $Spec
        Part    = $Spec.pages.elements | Select-Object -Property id, name, columns, metrics
    }
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Output in a CSV file' {
    It 'shows no type name for <_>' -ForEach @(
        'Element', 'Lineage', 'Source', 'Table', 'Column', 'Issue', 'Change', 'Write', 'Log', 'Spec', 'Part'
    ) {
        $rows = @($Results[$_] | ConvertTo-Csv -NoTypeInformation)
        $rows.Count | Should -BeGreaterThan 1
        $rows -join "`n" | Should -Not -Match 'System\.|SigmaPS\.\w'
    }

    It 'shows the items of a list' {
        ($Results.Element | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv)[0].Columns | Should -Match '^Order Id; Customer Id; '
    }

    It 'is a list in JSON, in CLIXML and for operators' {
        $element = $Results.Element[0]
        @(ConvertTo-Json -InputObject $element | ConvertFrom-Json | ForEach-Object { $_.Columns })[1] | Should -Be 'Customer Id'
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($element))
        $back.Columns.Count | Should -Be $element.Columns.Count
        $element.Columns -contains 'customer id' | Should -BeTrue
        $element.Columns[-1] | Should -Be $back.Columns[-1]
        ($element.Columns | Measure-Object).Count | Should -Be $element.Columns.Length
    }
}
