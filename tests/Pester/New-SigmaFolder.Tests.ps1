BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'New-SigmaFolder' {
    It 'makes a folder that can be used at once' {
        $folder = New-SigmaFolder -Name 'Trials'
        (Get-SigmaFile -Id $folder.Id).Name | Should -Be 'Trials'
    }
}
