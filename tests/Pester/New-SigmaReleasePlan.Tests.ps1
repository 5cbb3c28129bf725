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

Describe 'New-SigmaReleasePlan' {
    It 'shows the planned actions, as a table and as Markdown' {
        $plan = New-SigmaReleasePlan $Models prod
        $plan.ExitCode | Should -Be 2
        $plan.Items.Action | Should -Be 'Create'
        $plan | Out-String -Width 120 | Should -Match 'Create\s+Plugs Orders'
        $plan | ConvertTo-SigmaMarkdown | Should -Match '\| Create \| `Plugs Orders` \|'
    }

    It 'keeps a plan in a file' {
        $path = Join-Path -Path $TestDrive -ChildPath 'plan.json'
        $null = New-SigmaReleasePlan $Models prod -SavePath $path
        (Get-Content -LiteralPath $path -Raw | ConvertFrom-Json).items.name | Should -Be 'Plugs Orders'
    }
}
