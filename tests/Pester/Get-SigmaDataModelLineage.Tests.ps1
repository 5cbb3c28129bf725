BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelLineage' {
    It 'gives the elements of a model and their sources' {
        (Get-SigmaDataModelLineage -DataModelId $PlugsOrders).Type | Sort-Object -Unique | Should -Be 'element', 'table'
    }
}
