BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Models = Join-Path -Path $TestDrive -ChildPath 'models'
    $null = Get-SigmaDataModelSpec -DataModelId $PlugsOrders | Export-SigmaDataModelSpec -DestinationPath $Models
    $environment = @{ organization = (Get-SigmaSession).OrganizationId; folder = (New-SigmaFolder -Name 'Released').Id }
    @{ environments = @{ prod = $environment } } | ConvertTo-Json |
        Set-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'sigma.environments.json') -Encoding ascii
    $script:Live = New-SigmaReleasePlan -Path $Models -Environment prod | Publish-SigmaReleasePlan -Confirm:$false
    $file = Get-Item -Path (Join-Path -Path $Models -ChildPath '*.json')
    $spec = Get-Content -LiteralPath $file.FullName -Raw | ConvertFrom-Json
    $spec.pages[0].elements[0].columns[0] | Add-Member -NotePropertyName description -NotePropertyValue 'Released' -Force
    $spec | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath $file.FullName -Encoding utf8
    $null = New-SigmaReleasePlan -Path $Models -Environment prod | Publish-SigmaReleasePlan -Confirm:$false -InformationVariable lines
    $script:Line = @($lines | Where-Object { $_.Tags -contains 'SigmaPS.Undo' })[-1].MessageData.Message
}

AfterAll {
    Disconnect-Sigma
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Undo-SigmaRelease' {
    It 'is the line that a publish ends with, and reverts the release' {
        $Line | Should -Match '^To undo, run: Undo-SigmaRelease -RunFile '
        (Get-SigmaDataModelSpec -DataModelId $Live.DataModelId).pages[0].elements[0].columns[0].description | Should -Be 'Released'
        Invoke-Expression -Command ($Line -replace '^To undo, run: ', '')
        (Get-SigmaDataModelSpec -DataModelId $Live.DataModelId).pages[0].elements[0].columns[0].description | Should -BeNullOrEmpty
    }

    It 'finds the newest run and does not write twice' {
        (Undo-SigmaRelease -Last -ModelPath $Models -PassThru).Status | Should -Be 'Unchanged'
    }
}
