BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Spec = Get-SigmaDataModelSpec -DataModelId $PlugsOrders
    $Spec.pages[0].elements[0].columns[0].description = 'Mine'
    $script:Written = $Spec | Set-SigmaDataModelSpec -BackupPath (Join-Path -Path $TestDrive -ChildPath 'backup') -PassThru
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDataModelVersion' {
    It 'lists versions, newest first' {
        $versions = @(Get-SigmaDataModel -DataModelId $PlugsOrders | Get-SigmaDataModelVersion)
        $versions[0] | Should -BeOfType SigmaPS.DataModelVersion
        $versions.DocumentVersion | Should -Be 3, 2, 1
        $versions.Columns | Should -Be 22, 22, 22
        $versions[0].IsLatest | Should -BeTrue
    }

    It 'stops at -Last' {
        @(Get-SigmaDataModelVersion -DataModelId $PlugsOrders -Last 1).Count | Should -Be 1
    }
}
