BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelColumn' {
    It 'gives the columns of a model, and none of them is broken' {
        @(Get-SigmaDataModelColumn -DataModelId $PlugsOrders).Count | Should -Be 22
        Get-SigmaDataModelColumn -DataModelId $PlugsOrders -Broken | Should -BeNullOrEmpty
    }
}
