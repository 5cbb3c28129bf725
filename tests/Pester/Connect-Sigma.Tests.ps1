BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    $script:Command = 'SigmaPS.Commands.ConnectSigmaCommand'
    $script:Secret = ConvertTo-Secret -Text $Sandbox.ClientSecret
    $script:Wrong = ConvertTo-Secret -Text 'wrong-secret-to-be-found'
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Connect-Sigma' {
    AfterEach {
        Get-SigmaSession -All | Disconnect-Sigma
        foreach ($name in $SigmaVariables) { [Environment]::SetEnvironmentVariable($name, $null) }
    }

    Context 'With valid credentials' {
        It 'gives a session that names organization, user and client' {
            $session = Connect-Sigma -BaseUrl $Sandbox.BaseUrl -ClientId $Sandbox.ClientId -ClientSecret $Secret -PassThru
            $session | Should -BeOfType SigmaPS.SigmaSession
            $session.BaseUrl | Should -Be $Sandbox.BaseUrl
            $session.OrganizationId | Should -Not -BeNullOrEmpty
            $session.UserId | Should -Not -BeNullOrEmpty
            $session.ClientId | Should -Be $Sandbox.ClientId
            $session.CanRenew | Should -BeTrue
            $session.TokenExpiresAt | Should -BeGreaterThan $session.ConnectedAt
        }

        It 'gives nothing without -PassThru, and the session is there all the same' {
            Connect-Sigma -BaseUrl $Sandbox.BaseUrl -ClientId $Sandbox.ClientId -ClientSecret $Secret | Should -BeNullOrEmpty
            (Get-SigmaSession).ClientId | Should -Be $Sandbox.ClientId
        }

        It 'takes a credential object from the pipeline' {
            $credential = New-Object -TypeName pscredential -ArgumentList $Sandbox.ClientId, $Secret
            ($credential | Connect-Sigma -BaseUrl $Sandbox.BaseUrl -PassThru).ClientId | Should -Be $Sandbox.ClientId
        }

        It 'takes a credential object by position' {
            $credential = New-Object -TypeName pscredential -ArgumentList $Sandbox.ClientId, $Secret
            (Connect-Sigma $credential -BaseUrl $Sandbox.BaseUrl -PassThru).ClientId | Should -Be $Sandbox.ClientId
        }

        It 'reads address, client ID and secret from the environment when nothing is given' {
            $env:SIGMA_BASE_URL = $Sandbox.BaseUrl + 'v2'
            $env:SIGMA_CLIENT_ID = $Sandbox.ClientId
            $env:SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret
            $session = Connect-Sigma -PassThru
            $session.BaseUrl | Should -Be $Sandbox.BaseUrl
            $session.CanRenew | Should -BeTrue
        }

        It 'reads an access token from the environment' {
            $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
            $env:SIGMA_API_TOKEN = Get-SandboxToken -Sandbox $Sandbox
            (Connect-Sigma -PassThru).CanRenew | Should -BeFalse
        }

        It 'takes an access token that it cannot renew' {
            $token = ConvertTo-Secret -Text (Get-SandboxToken -Sandbox $Sandbox)
            $session = Connect-Sigma -BaseUrl $Sandbox.BaseUrl -AccessToken $token -PassThru
            $session.CanRenew | Should -BeFalse
            $session.ClientId | Should -BeNullOrEmpty
            (Get-SigmaDataModel -DataModelId $PlugsOrders).Name | Should -Be 'Plugs Orders'
        }

        It 'replaces the default session, and a session in hand stays alive' {
            $first = Connect-Sandbox -Sandbox $Sandbox -PassThru
            $second = Connect-Sandbox -Sandbox $Sandbox -PassThru
            (Get-SigmaSession).SessionId | Should -Be $second.SessionId
            (Get-SigmaDataModel -DataModelId $PlugsOrders -Session $first).Name | Should -Be 'Plugs Orders'
        }
    }

    Context 'When something is missing or wrong' {
        It 'reports <Words> (<Id>) for: <Title>' -ForEach @(
            @{ Title = 'no address'; Id = 'SigmaInvalidAddress'; Words = '-Region'; Given = @{} }
            @{ Title = 'no credentials'; Id = 'SigmaInvalidArgument'; Words = 'No credentials given'; Given = @{ Region = 'aws-us-west' } }
            @{
                Title = 'a client id alone'
                Id = 'SigmaInvalidArgument'
                Words = '-ClientSecret'
                Given = @{ Region = 'aws-us-west'; ClientId = 'someone' }
            }
            @{
                Title = 'region and address'
                Id = 'SigmaInvalidArgument'
                Words = 'not both'
                Given = @{ Region = 'aws-eu'; BaseUrl = 'https://api.eu.aws.sigmacomputing.com' }
            }
            @{
                Title = 'plain http to another machine'
                Id = 'SigmaInvalidAddress'
                Words = 'plain http'
                Given = @{ BaseUrl = 'http://api.sigmacomputing.com' }
            }
            @{
                Title = 'the address of the application'
                Id = 'SigmaInvalidAddress'
                Words = 'not of the API'
                Given = @{ BaseUrl = 'https://app.sigmacomputing.com' }
            }
        ) {
            { Connect-Sigma @Given } | Should -Throw -ExpectedMessage "*$Words*" -ErrorId "$Id,$Command"
            Get-SigmaSession | Should -BeNullOrEmpty
        }

        It 'names the regions there are when it does not know one' {
            { Connect-Sigma -Region mars } | Should -Throw -ExpectedMessage '*gcp-us*azure-au*'
        }

        It 'ends with SigmaAuthenticationFailed for a wrong secret and can be caught by type' {
            $caught = try {
                Connect-Sigma -BaseUrl $Sandbox.BaseUrl -ClientId $Sandbox.ClientId -ClientSecret $Wrong
            }
            catch [SigmaPS.SigmaException] {
                $_
            }
            $caught.Exception.ErrorId | Should -Be 'SigmaAuthenticationFailed'
            $caught.CategoryInfo.Category | Should -Be 'AuthenticationError'
            $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            Get-SigmaSession | Should -BeNullOrEmpty
        }

        It 'keeps the session that was there when a connect fails' {
            $before = Connect-Sandbox -Sandbox $Sandbox -PassThru
            { Connect-Sigma -BaseUrl $Sandbox.BaseUrl -ClientId $Sandbox.ClientId -ClientSecret $Wrong } | Should -Throw
            (Get-SigmaSession).SessionId | Should -Be $before.SessionId
        }

        It 'ends with SigmaNetworkUnavailable where nobody listens' {
            { Connect-Sigma -BaseUrl 'https://127.0.0.1:1' -ClientId someone -ClientSecret $Wrong } |
                Should -Throw -ErrorId "SigmaNetworkUnavailable,$Command"
        }

        It 'ends with SigmaTlsFailed where the other side speaks no TLS' {
            $address = $Sandbox.BaseUrl -replace '^http:', 'https:'
            { Connect-Sigma -BaseUrl $address -ClientId someone -ClientSecret $Wrong } | Should -Throw -ErrorId "SigmaTlsFailed,$Command"
        }
    }

    Context 'With -Interactive where nobody sits' {
        It 'ends at once with an error that names client credentials, <Title>' -ForEach @(
            @{ Title = 'with -NonInteractive'; Runner = 'Invoke-Unattended' }
            @{ Title = 'with a standard input that never ends'; Runner = 'Invoke-Silent' }
        ) {
            $run = @'
param($Manifest, $Address)
Import-Module -Name $Manifest
$watch = [Diagnostics.Stopwatch]::StartNew()
try { Connect-Sigma -Interactive -BaseUrl $Address } catch { "$($_.FullyQualifiedErrorId) $_" }
"without a wait for a login: $($watch.Elapsed.TotalSeconds -lt 60)"
'@
            $lines = & $Runner -Script $run -Argument (Get-StagedManifest), $Sandbox.BaseUrl
            "$lines" | Should -Match 'SigmaInvalidArgument'
            "$lines" | Should -Match 'SIGMA_CLIENT_ID'
            "$lines" | Should -Match 'without a wait for a login: True'
        }
    }

    Context 'Secrets' {
        It 'are in no transcript and no output of a run with -Verbose and -Debug in which a connect fails too' {
            $transcript = Join-Path -Path $TestDrive -ChildPath 'transcript.txt'
            $run = @'
param($Manifest, $Transcript, $Id)
$null = Start-Transcript -LiteralPath $Transcript
$DebugPreference = 'Continue'
Import-Module -Name $Manifest
Connect-Sigma -PassThru -Verbose | Format-List -Property * -Force
$env:SIGMA_CLIENT_SECRET = 'wrong-secret-to-be-found'
try { Connect-Sigma -Verbose } catch { $_ | Format-List -Property * -Force; $_.Exception | Format-List -Property * -Force }
Get-SigmaDataModel -DataModelId $Id -Verbose | Format-List
Get-SigmaDataModel -DataModelId nonsense
$null = Stop-Transcript
'@
            $env:SIGMA_BASE_URL = $Sandbox.BaseUrl
            $env:SIGMA_CLIENT_ID = $Sandbox.ClientId
            $env:SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret
            $output = Invoke-Unattended -Script $run -Argument (Get-StagedManifest), $transcript, $PlugsOrders | Out-String
            foreach ($text in $output, (Get-Content -LiteralPath $transcript -Raw)) {
                $text | Should -Match 'Plugs Orders'
                $text | Should -Match 'SigmaAuthenticationFailed'
                $text = $text -replace '\s'
                foreach ($secret in $Sandbox.ClientSecret, 'wrong-secret-to-be-found') {
                    $text.Contains($secret) | Should -BeFalse
                    $text.Contains([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($secret)).TrimEnd('=')) | Should -BeFalse
                }
            }
        }

        It 'are in no session that is written as JSON, CLIXML or text' {
            $session = Connect-Sandbox -Sandbox $Sandbox -PassThru
            $file = Join-Path -Path $TestDrive -ChildPath 'session.xml'
            $session | Export-Clixml -LiteralPath $file -Depth 5
            $forms = (ConvertTo-Json -InputObject $session -Depth 3 -WarningAction SilentlyContinue), (Get-Content -LiteralPath $file -Raw),
                ($session | Format-List -Property * -Force | Out-String)
            foreach ($form in $forms) {
                $form | Should -Match $Sandbox.ClientId
                $form | Should -Not -Match $Sandbox.ClientSecret
            }
        }
    }
}
