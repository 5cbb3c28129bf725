BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Copy-SigmaDataModel' {
    It 'creates a data model of the same content and returns its ID' {
        $copy = Copy-SigmaDataModel -DataModelId $PlugsOrders -Name 'Trial' -PassThru
        $copy.Status | Should -Be 'Created'
        $copy.DataModelId | Should -Not -Be $PlugsOrders
        $old = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $new = Get-SigmaDataModelSpec -DataModelId $copy.DataModelId
        $changes = @(Compare-SigmaDataModelSpec -ReferenceSpec $old -DifferenceSpec $new)
        $changes.Count | Should -Be 0
    }
}
