# Runs every script of the examples folder in a process of its own, as pipelines and schedulers do: where all is well, and where it must
# fail.
BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    $script:Scripts = @(
        Get-ChildItem -LiteralPath (Join-Path -Path $Repository -ChildPath 'examples') -Filter '*.ps1' -Recurse |
            ForEach-Object { $_.Name } | Sort-Object
    )

    # Which failure is tried with which script, and a token that its last line must have.
    $plan = '-Step Plan -RetryTimeoutSec 2'
    $publish = '-Step Publish -RetryTimeoutSec 2'
    $nightly = '-Destination ./export -RetryTimeoutSec 2'
    $weekly = '-Days 3000 -RetryTimeoutSec 2'
    $drift = "$nightly -Models ./models"
    $script:Failures = @(
        @{ Failure = 'no secret'; Script = 'release.ps1'; Arguments = $plan; Token = 'SIGMA_CLIENT_SECRET' }
        @{ Failure = 'no secret'; Script = 'release.ps1'; Arguments = $publish; Token = 'SIGMA_CLIENT_SECRET' }
        @{ Failure = 'no secret'; Script = 'Export-Nightly.ps1'; Arguments = $nightly; Token = '.' }
        @{ Failure = 'wrong secret'; Script = 'release.ps1'; Arguments = $plan; Token = '401|secret' }
        @{ Failure = 'wrong secret'; Script = 'release.ps1'; Arguments = $publish; Token = '401|secret' }
        @{ Failure = 'wrong secret'; Script = 'Export-Nightly.ps1'; Arguments = $nightly; Token = '401|secret' }
        @{ Failure = 'one model forbidden'; Script = 'release.ps1'; Arguments = $plan; Token = '403|permission' }
        @{ Failure = 'one model forbidden'; Script = 'release.ps1'; Arguments = $publish; Token = '403|permission' }
        @{ Failure = 'one write forbidden'; Script = 'release.ps1'; Arguments = $publish; Token = 'Failed' }
        @{ Failure = 'one model forbidden'; Script = 'Export-Nightly.ps1'; Arguments = $nightly; Token = 'only \d+ of \d+ models' }
        @{ Failure = 'one model forbidden'; Script = 'Export-Nightly.ps1'; Arguments = $drift; Token = '403|permission' }
        @{ Failure = 'throttled'; Script = 'release.ps1'; Arguments = $plan; Token = '429|[Tt]oo many' }
        @{ Failure = 'throttled'; Script = 'release.ps1'; Arguments = $publish; Token = '429|[Tt]oo many' }
        @{ Failure = 'throttled'; Script = 'Export-Nightly.ps1'; Arguments = $nightly; Token = '429|[Tt]oo many' }
        @{ Failure = 'throttled sign-in'; Script = 'release.ps1'; Arguments = $plan; Token = '429|[Tt]oo many' }
        @{ Failure = 'model with an error'; Script = 'release.ps1'; Arguments = $plan; Token = 'Errors in the models: 1' }
        @{ Failure = 'unreadable model'; Script = 'release.ps1'; Arguments = $plan; Token = 'Broken' }
        @{ Failure = 'plan refused'; Script = 'release.ps1'; Arguments = $plan; Token = 'refused' }
        @{ Failure = 'plan refused'; Script = 'release.ps1'; Arguments = $publish; Token = 'AllowRemoval' }
        @{ Failure = 'stale plan'; Script = 'release.ps1'; Arguments = $publish; Token = 'plan' }
        @{ Failure = 'no plan'; Script = 'release.ps1'; Arguments = $publish; Token = 'plan.json' }
        @{ Failure = 'no secret'; Script = 'Write-WeeklyChanges.ps1'; Arguments = $weekly; Token = '.' }
        @{ Failure = 'wrong secret'; Script = 'Write-WeeklyChanges.ps1'; Arguments = $weekly; Token = '401|secret' }
        @{ Failure = 'one model forbidden'; Script = 'Write-WeeklyChanges.ps1'; Arguments = $weekly; Token = '403|permission' }
        @{ Failure = 'throttled'; Script = 'Write-WeeklyChanges.ps1'; Arguments = $weekly; Token = '429|[Tt]oo many' }
        @{ Failure = 'drift'; Script = 'Export-Nightly.ps1'; Arguments = $drift; Token = 'differ from \./models: 1' }
    )

    $script:Hosts = 'File', 'Command', 'GitHub', 'AzureDevOps'
}

BeforeAll {
    . "$PSScriptRoot/example-scripts.ps1"
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

# Pipelines.Tests.ps1 tries the failures of Install-SigmaPS.ps1 and Add-PlanComment.ps1.
Describe 'The list of failures' {
    It 'covers <_>' -ForEach $Scripts {
        $_ | Should -BeIn 'release.ps1', 'Export-Nightly.ps1', 'Write-WeeklyChanges.ps1', 'Install-SigmaPS.ps1', 'Add-PlanComment.ps1'
    }
}

Describe 'examples' {
    AfterEach {
        $null = Invoke-RestMethod -Method Delete -Uri ($Sandbox.BaseUrl + 'sandbox/faults') -UseBasicParsing
    }

    It '<Script> <Arguments> ends red: <Failure>' -ForEach $Failures {
        $folder = New-Release
        $variables = Set-Failure -Failure $Failure -Folder $folder
        $run = Invoke-Example -Script $Script -Arguments $Arguments -Folder $folder -Variables $variables
        $run.Code | Should -Be 1 -Because ($run.Text + $run.Errors)
        $run.Lines[-1] | Should -Match '^FAILED: '
        $run.Lines[-1] | Should -Match $Token
        $run.Text | Should -Not -Match '^Done: '
    }

    It 'release.ps1 without a secret ends red in the host <_>' -ForEach $Hosts {
        $folder = New-Release
        $run =
            Invoke-Example -Script 'release.ps1' -Arguments '-Step Publish' -Folder $folder -Variables @{ SIGMA_CLIENT_SECRET = '' } -In $_
        $run.Code | Should -Be 1 -Because ($run.Text + $run.Errors)
    }

    It 'release.ps1 plans and publishes in the host <_>' -ForEach $Hosts {
        $folder = New-Release
        $plan = Invoke-Example -Script 'release.ps1' -Arguments '-Step Plan' -Folder $folder -In $_
        $plan.Code | Should -Be 0 -Because ($plan.Text + $plan.Errors)
        $plan.Lines[-1] | Should -Match '^Done: .*1 create'
        Get-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'out/plan.md') -Raw | Should -Match 'Plugs Orders'
        $published = Invoke-Example -Script 'release.ps1' -Arguments '-Step Publish' -Folder $folder -In $_
        $published.Code | Should -Be 0 -Because ($published.Text + $published.Errors)
        $published.Lines[-1] | Should -Be 'Done: 1 Created'
    }

    It 'Export-Nightly.ps1 exports every model and finds no drift' {
        $folder = New-Release
        $null = Publish-Release -Folder $folder
        $run = Invoke-Example -Script 'Export-Nightly.ps1' -Arguments '-Models ./models' -Folder $folder
        $run.Code | Should -Be 0 -Because ($run.Text + $run.Errors)
        $run.Lines[-1] | Should -Match '^Done: exported (\d+) of \1 models'
        @(Get-ChildItem -Path (Join-Path -Path $folder -ChildPath 'export/*.json')).Count | Should -BeGreaterThan 5
    }

    It 'Write-WeeklyChanges.ps1 writes the changes of the week' {
        $folder = New-Release
        $null = Publish-Release -Folder $folder
        $run = Invoke-Example -Script 'Write-WeeklyChanges.ps1' -Arguments '-Days 1' -Folder $folder
        $run.Code | Should -Be 0 -Because ($run.Text + $run.Errors)
        $run.Lines[-1] | Should -Match '^Done: \d+ entries'
        Get-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'changes.md') -Raw | Should -Match 'Ada Admin'
    }
}
