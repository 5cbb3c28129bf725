BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Set-SigmaDataModel' {
    It 'renames and moves a data model, and reports the changes' {
        $folder = New-SigmaFolder -Name 'Trials'
        $result = Set-SigmaDataModel -DataModelId $PlugsOrders -Name 'Plugs' -FolderId $folder.Id -PassThru
        $result.Status | Should -Be 'Updated'
        $result.Changes.Property | Should -Be 'name', 'folder'
        (Get-SigmaDataModel -DataModelId $PlugsOrders).Name | Should -Be 'Plugs'
    }
}
