BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:index = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath ([IO.Path]::GetRandomFileName())
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
    Remove-Item -LiteralPath $index -Recurse -Force -ErrorAction SilentlyContinue
}

Describe 'Find-SigmaUsage' {
    It 'finds consumers of a model and reports how many documents were checked' {
        $found = @(Get-SigmaDataModel -Name 'Built on Sales Core' | Find-SigmaUsage -IndexPath $index -InformationVariable closing)
        $found | ForEach-Object { $_.ConsumerKind | Should -BeIn 'DataModel', 'Workbook', 'Report' }
        @($closing | Where-Object Tags -Contains 'SigmaPS.Usage').Count | Should -Be 1
    }

    It 'shows consumer, owner, certainty and formula in <Width> columns' -TestCases @(@{ Width = 80 }, @{ Width = 120 }) {
        param($Width)
        $text = Get-SigmaDataModel -Name 'Sales Core' | Find-SigmaUsage -IndexPath $index 6>$null | Select-Object -First 3 |
            Out-String -Width $Width
        $text | Should -Match 'DataModel: Built on Sales Core \([-0-9a-f]{36}\),\s+owner Ada Admin'
        $text | Should -Match 'Certain +Facts / Net Revenue: \[Orders/Net Revenue\]'
    }

    It 'accepts columns and changes of a spec' {
        $read = (Get-SigmaDataModel -Name 'Sales Core' | Find-SigmaUsage -IndexPath $index 6>$null)[0].DataModelId
        $spec = Get-SigmaDataModelSpec $read
        $columns = @($spec | Get-SigmaSpecColumn | Find-SigmaUsage -IndexPath $index 6>$null)
        $edited = $spec.PSObject.Copy()
        foreach ($element in $edited.pages[0].elements) {
            if ($element.columns) { $element.columns = @($element.columns | Select-Object -First 1) }
        }
        $changes = @(
            Compare-SigmaDataModelSpec -ReferenceSpec $spec -DifferenceSpec $edited | Where-Object Kind -EQ 'Column' |
                Find-SigmaUsage -IndexPath $index 6>$null
        )
        $columns.Count | Should -BeGreaterThan 0
        $changes.Count | Should -BeGreaterThan 0
        $changes | ForEach-Object { $_.ConsumerId | Should -BeIn $columns.ConsumerId }
    }
}
