BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Add-SigmaDataModelTag' {
    It 'puts a tag on the latest version' {
        (Add-SigmaDataModelTag -DataModelId $PlugsOrders -Tag 'Production' -PassThru).Version | Should -Be 2
        (Get-SigmaDataModelTag -DataModelId $PlugsOrders).TagName | Should -Be 'Production'
    }
}
