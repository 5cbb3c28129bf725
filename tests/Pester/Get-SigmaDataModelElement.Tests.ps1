BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelElement' {
    It 'gives the elements of a model' {
        (Get-SigmaDataModelElement -DataModelId $PlugsOrders).Columns.Count | Should -Be 22
    }
}
