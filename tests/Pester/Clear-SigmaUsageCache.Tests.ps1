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

Describe 'Clear-SigmaUsageCache' {
    It 'removes the index and nothing else' {
        Get-SigmaDataModel -Name 'Built on Sales Core' | Find-SigmaUsage -IndexPath $index | Out-Null
        @(Get-ChildItem -LiteralPath $index -Recurse -Filter *.usage).Count | Should -BeGreaterThan 0
        Clear-SigmaUsageCache -IndexPath $index
        @(Get-ChildItem -LiteralPath $index -Recurse -Filter *.usage).Count | Should -Be 0
    }
}
