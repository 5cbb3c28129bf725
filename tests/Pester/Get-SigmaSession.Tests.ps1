BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox

    # Runs a script in a runspace of its own in this process, with the module imported there too.
    function Invoke-Elsewhere {
        param([scriptblock] $Script, $Argument)

        $shell = [powershell]::Create()
        try {
            $null = $shell.AddCommand('Import-Module').AddParameter('Name', (Get-StagedManifest))
            $null = $shell.AddStatement().AddScript($Script.ToString()).AddArgument($Argument)
            $shell.Invoke()
            if ($shell.HadErrors) { throw $shell.Streams.Error[0] }
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Get-SigmaSession' {
    AfterEach {
        Get-SigmaSession -All | Disconnect-Sigma
    }

    It 'gives nothing, and no error, when nothing is connected' {
        Get-SigmaSession -ErrorAction Stop | Should -BeNullOrEmpty
        Get-SigmaSession -All -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'gives the session that Connect-Sigma made' {
        $session = Connect-Sandbox -Sandbox $Sandbox -PassThru
        $found = Get-SigmaSession
        $found | Should -BeOfType SigmaPS.SigmaSession
        $found.SessionId | Should -Be $session.SessionId
    }

    It 'gives with -All every session of the process' {
        $first = Connect-Sandbox -Sandbox $Sandbox -PassThru
        $second = Connect-Sandbox -Sandbox $Sandbox -PassThru
        (Get-SigmaSession -All | Sort-Object -Property ConnectedAt).SessionId | Should -Be $first.SessionId, $second.SessionId
    }

    It 'gives a session that other commands take with -Session' {
        Connect-Sandbox -Sandbox $Sandbox
        $session = Get-SigmaSession
        (Get-SigmaDataModel -DataModelId $PlugsOrders -Session $session | Get-SigmaDataModelSpec -Session $session).name |
            Should -Be 'Plugs Orders'
    }

    It 'gives nothing in another runspace, and with -All the session of this one' {
        $session = Connect-Sandbox -Sandbox $Sandbox -PassThru
        Invoke-Elsewhere -Script { Get-SigmaSession } | Should -BeNullOrEmpty
        (Invoke-Elsewhere -Script { Get-SigmaSession -All }).SessionId | Should -Be $session.SessionId
        Invoke-Elsewhere -Script { param($id) (Get-SigmaDataModel -DataModelId $id).Name } -Argument $PlugsOrders |
            Should -Be 'Plugs Orders'
    }

    It 'shows host and organization as text' {
        Connect-Sandbox -Sandbox $Sandbox
        $address = [uri]$Sandbox.BaseUrl
        "$(Get-SigmaSession)" | Should -BeLike "$($address.Authority), organization *"
        Get-SigmaSession | Out-String | Should -Match 'OrganizationId'
    }

    It 'gives objects that can be selected, sorted, grouped and formatted' {
        Connect-Sandbox -Sandbox $Sandbox
        (Get-SigmaSession | Select-Object -Property ClientId, CanRenew).ClientId | Should -Be $Sandbox.ClientId
        (Get-SigmaSession -All | Group-Object -Property OrganizationId).Count | Should -Be 1
        Get-SigmaSession | Format-Table -Property ClientId, CanRenew | Out-String | Should -Match $Sandbox.ClientId
    }
}
