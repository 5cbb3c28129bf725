BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Invoke-SigmaRestMethod' {
    It 'reads any path and gives what came' {
        (Invoke-SigmaRestMethod v2/whoami).organizationId | Should -Be (Get-SigmaSession).OrganizationId
    }

    It 'follows a list to its end' {
        @(Invoke-SigmaRestMethod v2/dataModels -Query @{ limit = 2 } -All).Count | Should -Be @(Get-SigmaDataModel -IncludeArchived).Count
    }

    It 'sends a hashtable as JSON, and only when it is meant' {
        Invoke-SigmaRestMethod v2/files -Method Post -Body @{ type = 'folder'; name = 'Made here' } -WhatIf | Should -BeNullOrEmpty
        (Invoke-SigmaRestMethod v2/files -Method Post -Body @{ type = 'folder'; name = 'Made here' }).name | Should -Be 'Made here'
    }

    It 'refuses another host' {
        { Invoke-SigmaRestMethod https://example.com/v2/files } |
            Should -Throw -ErrorId 'SigmaInvalidArgument,SigmaPS.Commands.InvokeSigmaRestMethodCommand'
    }

    It 'runs the examples of its help' {
        $page = Get-Content -LiteralPath (Join-Path -Path $Repository -ChildPath 'docs/Invoke-SigmaRestMethod.md') -Raw
        $examples = @(
            [regex]::Matches($page, '(?s)```powershell\r?\n(.*?)```') | ForEach-Object { [scriptblock]::Create($_.Groups[1].Value) }
        )
        $examples.Count | Should -Be 3
        & $examples[0] | Out-String | Should -Match 'view'
        & $examples[0] | Out-String | Should -Match 'edit'
        (& $examples[1]).status | Should -Be 'ready'
        (& $examples[2]).path | Should -Contain 'Retail/Models'
    }

    It 'gives the text as it came' {
        Invoke-SigmaRestMethod v2/whoami -AsJson | Should -Match '^\{.*"organizationId".*\}$'
    }
}
