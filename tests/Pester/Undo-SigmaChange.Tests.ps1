BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    $script:Element = $Spec.pages[0].elements[0]
    $Element.columns[0].description = 'First'
    $Spec | Set-SigmaDataModelSpec
    $Element.columns[1].description = 'Second'
    $Spec | Set-SigmaDataModelSpec
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Undo-SigmaChange' {
    It 'reverts one version and keeps the later one' {
        $result = Undo-SigmaChange -DataModel 'Plugs Orders' -Version 3 -PassThru
        $result.Status | Should -Be 'Updated'
        $columns = (Get-SigmaDataModelSpec -DataModelId $PlugsOrders).pages[0].elements[0].columns
        $columns[0].description | Should -BeNullOrEmpty
        $columns[1].description | Should -Be 'Second'
    }

    It 'takes the output of Get-SigmaChange and undoes the undo' {
        Get-SigmaChange -DataModel $PlugsOrders | Select-Object -First 1 | Undo-SigmaChange
        (Get-SigmaDataModelSpec -DataModelId $PlugsOrders).pages[0].elements[0].columns[0].description | Should -Be 'First'
    }

    It 'shows all three values of a conflict' {
        $spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
        $spec.pages[0].elements[0].columns[1].description = 'Third'
        $spec | Set-SigmaDataModelSpec
        { Undo-SigmaChange -DataModel $PlugsOrders -Version 4 -ErrorAction Stop } |
            Should -Throw '*(none)*Second*Third*' -ErrorId 'SigmaSpecConflict,*'
    }
}
