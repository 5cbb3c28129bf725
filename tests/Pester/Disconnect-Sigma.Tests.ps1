BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    $script:Reader = 'SigmaPS.Commands.GetSigmaDataModelCommand'
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Disconnect-Sigma' {
    AfterEach {
        Get-SigmaSession -All | Disconnect-Sigma
    }

    It 'ends the session of this runspace and gives nothing' {
        Connect-Sandbox -Sandbox $Sandbox
        Disconnect-Sigma | Should -BeNullOrEmpty
        Get-SigmaSession | Should -BeNullOrEmpty
        { Get-SigmaDataModel } | Should -Throw -ErrorId "SigmaNotConnected,$Reader"
    }

    It 'is not an error without a session' {
        { Disconnect-Sigma -ErrorAction Stop; Disconnect-Sigma -ErrorAction Stop } | Should -Not -Throw
    }

    It 'reports the ended sessions in the verbose stream, or that there were none' {
        Connect-Sandbox -Sandbox $Sandbox
        $address = [uri]$Sandbox.BaseUrl
        Disconnect-Sigma -Verbose 4>&1 | Should -BeLike "*Disconnected from $($address.Authority), organization *"
        Disconnect-Sigma -Verbose 4>&1 | Should -BeLike '*no session*'
    }

    It 'ends a session that is named, and the default one stays' {
        $first = Connect-Sandbox -Sandbox $Sandbox -PassThru
        $second = Connect-Sandbox -Sandbox $Sandbox -PassThru
        Disconnect-Sigma -Session $first
        { Get-SigmaDataModel -Session $first } | Should -Throw -ErrorId "SigmaSessionNotLive,$Reader"
        (Get-SigmaSession).SessionId | Should -Be $second.SessionId
        (Get-SigmaDataModel -DataModelId $PlugsOrders).Name | Should -Be 'Plugs Orders'
    }

    It 'ends every session that is piped in' {
        $null = Connect-Sandbox -Sandbox $Sandbox -PassThru
        $null = Connect-Sandbox -Sandbox $Sandbox -PassThru
        @(Get-SigmaSession -All).Count | Should -Be 2
        Get-SigmaSession -All | Disconnect-Sigma
        Get-SigmaSession -All | Should -BeNullOrEmpty
    }

    It 'leaves no end of a token on a session in hand' {
        $session = Connect-Sandbox -Sandbox $Sandbox -PassThru
        $session.TokenExpiresAt | Should -Not -BeNullOrEmpty
        $session | Disconnect-Sigma
        $session.TokenExpiresAt | Should -BeNullOrEmpty
    }
}
