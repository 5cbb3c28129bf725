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

Describe 'Publish-SigmaReleasePlan' {
    It 'creates the missing models, once' {
        $results = @(New-SigmaReleasePlan $Models prod | Publish-SigmaReleasePlan -Confirm:$false)
        $results.Status | Should -Be 'Created'
        (New-SigmaReleasePlan $Models prod).ExitCode | Should -Be 0
    }

    It 'takes a plan that came back from a file' {
        $path = Join-Path -Path $TestDrive -ChildPath 'plan.clixml'
        New-SigmaReleasePlan $Models prod | Export-Clixml -LiteralPath $path -Depth 5
        (Import-Clixml -LiteralPath $path | Publish-SigmaReleasePlan -Confirm:$false).Status | Should -Be 'Unchanged'
    }
}
