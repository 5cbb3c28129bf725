BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Find-SigmaDataModelColumn' {
    It 'finds columns over all data models' {
        (Find-SigmaDataModelColumn -Name 'Order Number' | Where-Object DataModelId -EQ $PlugsOrders).Element | Should -Not -BeNullOrEmpty
        @(Find-SigmaDataModelColumn -Broken).IsBroken | Should -Not -Contain $false
    }

    It 'searches exported files' {
        $folder = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath ([IO.Path]::GetRandomFileName())
        try {
            Export-SigmaDataModelSpec -DataModelId $PlugsOrders -DestinationPath $folder
            (Find-SigmaDataModelColumn -Path $folder -Name 'Order Number').DataModelId | Should -Be $PlugsOrders
        }
        finally {
            Remove-Item -LiteralPath $folder -Recurse -Force
        }
    }
}
