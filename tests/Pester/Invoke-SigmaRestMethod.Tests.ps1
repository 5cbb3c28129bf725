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
        { Invoke-SigmaRestMethod https://example.com/v2/files } | Should -Throw -ErrorId 'SigmaInvalidArgument,SigmaPS.Commands.InvokeSigmaRestMethodCommand'
    }

    It 'gives the text as it came' {
        Invoke-SigmaRestMethod v2/whoami -AsJson | Should -Match '^\{.*"organizationId".*\}$'
    }
}
