# Runs the scripts of the help and the README that nobody watches, where they must fail.
BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"

    # Blocks of the help that nobody watches: they end a script, name a runbook or a build agent, or read a plan that was saved before.
    $unattended = '\b(throw|exit)\b|-FailOn|Get-Automation|Get-AzKeyVault|env:SIGMA|env:SYSTEM|SigmaReleasePlan -Path|mapped'
    $pages = @(Get-ChildItem -LiteralPath (Join-Path -Path $Repository -ChildPath 'docs') -Filter '*.md') +
        @(Get-Item -LiteralPath (Join-Path -Path $Repository -ChildPath 'README.md'))
    $script:HelpScripts = foreach ($page in $pages) {
        $text = [IO.File]::ReadAllText($page.FullName) -replace '\r\n', "`n"
        foreach ($match in [regex]::Matches($text, '(?ms)^```powershell\n(?<code>.*?)^```')) {
            $code = $match.Groups['code'].Value
            if ($code -match $unattended) {
                @{ Page = $page.Name; First = ($code -split "`n")[1]; Code = $code; CallsSigma = $code -match '-Sigma' }
            }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/example-scripts.ps1"
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'Scripts of the help' {
    It 'there are some' -ForEach @{ Found = @($HelpScripts).Count } {
        $Found | Should -BeGreaterThan 8
    }

    It '<Page> stops at the first error: <First>' -ForEach $HelpScripts {
        $Code | Should -Match "^\`$ErrorActionPreference = 'Stop'\n"
    }

    It '<Page> ends red where nobody is signed in: <First>' -ForEach @($HelpScripts | Where-Object { $_.CallsSigma }) {
        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        Set-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'help.ps1') -Value $Code -Encoding ascii
        $run = Invoke-Example -Script (Join-Path -Path $folder -ChildPath 'help.ps1') -Folder $folder -Variables @{
            SIGMA_CLIENT_SECRET = ''
            EXPECTED_ORGANIZATION = 'another'
        }
        $run.Code | Should -Be 1 -Because ($run.Text + $run.Errors)
    }
}
