BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Restore-SigmaDataModel' {
    It 'brings a data model back from the trash' {
        Remove-SigmaDataModel -DataModelId $PlugsOrders -Confirm:$false
        (Restore-SigmaDataModel -DataModelId $PlugsOrders -PassThru).Status | Should -Be 'Restored'
        (Get-SigmaDataModel -DataModelId $PlugsOrders).IsArchived | Should -BeFalse
    }
}
