BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Compare-SigmaDataModelSpec' {
    BeforeEach {
        $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $script:Table = $Spec.pages[0].elements[0]
    }

    It 'gives nothing for a spec that nobody has changed' {
        $Spec | Compare-SigmaDataModelSpec | Should -BeNullOrEmpty
    }

    It 'shows a rename with the old and the new name' {
        $Table.columns[0].name = 'Order No'
        $change = $Spec | Compare-SigmaDataModelSpec
        $change | Should -BeOfType SigmaPS.SpecChange
        $change.Change | Should -Be 'Renamed'
        $change.OldValue | Should -Be 'Order Number'
        $change.NewValue | Should -Be 'Order No'
    }

    It 'shows a table of changes' {
        $Table.columns[0].description = 'x'
        $Spec | Compare-SigmaDataModelSpec | Out-String | Should -Match 'Changed\s+column\s+changed column'
    }

    It 'compares two versions of the live model' {
        $Table.columns[0].description = 'By number'
        $version = $Spec.latestDocumentVersion
        $Spec | Set-SigmaDataModelSpec
        (Compare-SigmaDataModelSpec -DataModelId $PlugsOrders -ReferenceVersion $version).NewValue | Should -Be 'By number'
    }
}
