BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Remove-SigmaDataModel' {
    It 'moves a data model to the trash, and only a data model' {
        $made = Get-SigmaDataModelSpec -DataModelId $PlugsOrders | New-SigmaDataModel -Name 'Trial'
        ($made | Remove-SigmaDataModel -PassThru -Confirm:$false).Status | Should -Be 'Removed'
        (Get-SigmaDataModel -DataModelId $made.DataModelId).IsArchived | Should -BeTrue
        $folder = (Get-SigmaFile -Type folder | Select-Object -First 1).Id
        { Remove-SigmaDataModel -DataModelId $folder -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'SigmaNotADataModel,*'
    }
}
