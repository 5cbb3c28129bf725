BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Examples = Join-Path -Path $Repository -ChildPath 'examples'
    $null = Get-SigmaDataModel -DataModelId $PlugsOrders | Get-SigmaDataModelSpec | Export-SigmaDataModelSpec -DestinationPath (Join-Path -Path $TestDrive -ChildPath 'models')

    # Runs an example in a process of its own, as a pipeline does: the staged module on the module path, the sandbox in the environment.
    function Invoke-Example {
        param([string] $Script, [string] $Preference)
        $lines = Invoke-Unattended -Script @"
`$env:PSModulePath = '$(Join-Path -Path $Repository -ChildPath 'out')' + [IO.Path]::PathSeparator + `$env:PSModulePath
`$env:SIGMA_BASE_URL = '$($Sandbox.BaseUrl)'
`$env:SIGMA_CLIENT_ID = '$($Sandbox.ClientId)'
`$env:SIGMA_CLIENT_SECRET = '$($Sandbox.ClientSecret)'
`$ErrorActionPreference = '$Preference'
Set-Location -LiteralPath '$TestDrive'
$Script
exit `$LASTEXITCODE
"@
        [pscustomobject]@{ Text = $lines -join "`n"; Code = $LASTEXITCODE }
    }
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'examples' {
    It 'plans and publishes with error preference <_>' -ForEach 'Stop', 'Continue' {
        $folder = New-SigmaFolder -Name "Release $_"
        Set-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'sigma.environments.json') -Encoding ascii -Value @"
{ "environments": { "prod": { "organization": "$((Get-SigmaSession).OrganizationId)", "folder": "$($folder.Id)" } } }
"@
        $plan = Invoke-Example -Script "& '$Examples/release.ps1' -Step Plan" -Preference $_
        $plan.Text | Should -Match '1 create'
        $plan.Code | Should -Be 0
        Get-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'out/plan.md') -Raw | Should -Match 'Plugs Orders'
        $published = Invoke-Example -Script "& '$Examples/release.ps1' -Step Publish" -Preference $_
        $published.Text | Should -Match 'Created'
        $published.Code | Should -Be 0
        $again = Invoke-Example -Script "& '$Examples/release.ps1' -Step Publish" -Preference $_
        $again.Text | Should -Match 'no longer holds'
        $again.Code | Should -Be 1
    }

    It 'runs the nightly export with error preference <_>' -ForEach 'Stop', 'Continue' {
        $assets = "function Get-AutomationPSCredential { param(`$Name) [pscredential]::new(`$env:SIGMA_CLIENT_ID, (ConvertTo-SecureString -String `$env:SIGMA_CLIENT_SECRET -AsPlainText -Force)) }; function Get-AutomationVariable { param(`$Name) `$null }; "
        $script = (Get-Content -LiteralPath "$Examples/automation/Export-Nightly.ps1" -Raw) -replace [regex]::Escape(" -Region (Get-AutomationVariable -Name 'SigmaRegion')"), ''
        $copy = Join-Path -Path $TestDrive -ChildPath 'nightly.ps1'
        Set-Content -LiteralPath $copy -Value $script
        $run = Invoke-Example -Script "$assets & '$copy' -Destination '$TestDrive/export'" -Preference $_
        $run.Text | Should -Match '\d+ models exported, 0 failed'
        $run.Code | Should -Be 0
    }
}
