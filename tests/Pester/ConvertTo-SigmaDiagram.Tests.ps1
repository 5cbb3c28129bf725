BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'ConvertTo-SigmaDiagram' {
    It 'draws the lineage of all models' {
        $text = Get-SigmaDataModel | Get-SigmaDataModelSpec | ConvertTo-SigmaDiagram -Lineage
        @($text).Count | Should -Be 1
        $text | Should -Match 'Built on Sales Core'
    }

    It 'draws each model as a page' {
        $pages = @($PlugsOrders | Get-SigmaDataModelSpec | ConvertTo-SigmaDiagram -As Html)
        $pages.Count | Should -Be 1
        $pages[0] | Should -Match '<svg'
    }

    It 'draws who reads a model' {
        $index = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
        try {
            $text = Get-SigmaDataModel -Name 'Sales Core' | Find-SigmaUsage -IndexPath $index 6>$null | ConvertTo-SigmaDiagram
            @($text).Count | Should -Be 1
            $text | Should -Match 'Built on Sales Core'
        }
        finally {
            if (Test-Path $index) { Remove-Item $index -Recurse }
        }
    }
}
