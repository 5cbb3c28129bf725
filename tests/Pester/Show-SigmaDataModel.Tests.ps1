BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Folder = New-Item -ItemType Directory -Path (
        Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath ([IO.Path]::GetRandomFileName())
    )
    $script:Browser = $env:BROWSER
}

AfterAll {
    $env:BROWSER = $Browser
    Close-Sandbox -Sandbox $Sandbox
    Remove-Item -LiteralPath $Folder.FullName -Recurse -Force
}

Describe 'Show-SigmaDataModel' {
    It 'gives the path in one line where nobody can look at a browser' {
        $env:BROWSER = $null
        $file = Show-SigmaDataModel $PlugsOrders -PassThru -InformationVariable lines 6>$null
        @($lines).Count | Should -Be 1
        "$($lines[0])" | Should -BeLike "*$($file.FullName)"
        Get-Content -LiteralPath $file.FullName -Raw | Should -Match '<h1>Plugs Orders</h1>'
    }

    It 'shows a file without a session' {
        $model = [IO.Path]::Combine($Repository, 'src', 'SigmaPS.Sandbox', 'Models', 'sales-core.json')
        (Get-Item -LiteralPath $model | Show-SigmaDataModel -PassThru 6>$null).Name | Should -BeLike 'Sales Core.*.html'
    }

    It 'opens the browser of the variable BROWSER' -Skip:(
        [Environment]::OSVersion.Platform -ne 'Unix' -or $PSVersionTable.PSEdition -eq 'Desktop'
    ) {
        $program = Join-Path -Path $Folder.FullName -ChildPath 'browser'
        Set-Content -LiteralPath $program -Value "#!/bin/sh`nprintf '%s' `"`$1`" > '$($Folder.FullName)/opened'"
        chmod +x $program
        $env:BROWSER = $program
        $file = Show-SigmaDataModel $PlugsOrders -PassThru -InformationVariable lines
        @($lines).Count | Should -Be 0
        ([Uri](Get-Content -LiteralPath (Join-Path -Path $Folder.FullName -ChildPath 'opened') -Raw)).LocalPath | Should -Be $file.FullName
    }
}
