BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Models = Export-ReleaseFolder
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaDrift' {
    It 'names a model that is not live' {
        $drift = Get-SigmaDrift $Models prod
        $drift.Drift | Should -Be 'Missing'
        $drift | Out-String -Width 120 | Should -Match 'Missing\s+Plugs Orders'
    }
}
