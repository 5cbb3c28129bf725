BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Models = Join-Path -Path $TestDrive -ChildPath 'models'
    $null = Get-SigmaDataModel -DataModelId $PlugsOrders | Get-SigmaDataModelSpec | Export-SigmaDataModelSpec -DestinationPath $Models
    $organization = (Get-SigmaSession).OrganizationId
    $folder = (New-SigmaFolder -Name Releases).Id
    Set-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'sigma.environments.json') -Encoding ascii -Value @"
{ "environments": { "prod": { "organization": "$organization", "folder": "$folder" } } }
"@
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
