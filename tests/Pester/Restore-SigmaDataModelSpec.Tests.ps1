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

Describe 'Restore-SigmaDataModelSpec' {
    It 'puts an earlier version back' {
        $result = Get-SigmaDataModelVersion -DataModelId $PlugsOrders -Last 2 | Select-Object -Last 1 | Restore-SigmaDataModelSpec -PassThru
        $result.Status | Should -Be 'Updated'
        Get-SigmaDataModelSpec -DataModelId $PlugsOrders | ForEach-Object { $_.pages[0].elements[0].columns[0].description } |
            Should -BeNullOrEmpty
    }

    It 'puts a backup back' {
        (Restore-SigmaDataModelSpec -LiteralPath $Written.BackupFile -PassThru).Status | Should -Be 'Unchanged'
    }
}
