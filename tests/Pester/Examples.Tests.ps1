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
    $script:Hosts = 'File', 'Command', 'GitHub', 'AzureDevOps'
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    $script:Examples = Join-Path -Path $Repository -ChildPath 'examples'

    # The assets of an Automation account; a secret that is not there gives nothing, as in Azure Automation.
    $script:Assets = Join-Path -Path $TestDrive -ChildPath 'modules'
    $null = New-Item -ItemType Directory -Path (Join-Path -Path $Assets -ChildPath 'Assets')
    Set-Content -LiteralPath (Join-Path -Path $Assets -ChildPath 'Assets/Assets.psm1') -Encoding ascii -Value @'
function Get-AutomationPSCredential {
    param([string] $Name)
    if ($env:SIGMA_CLIENT_SECRET) { New-Object -TypeName pscredential -ArgumentList $env:SIGMA_CLIENT_ID, (ConvertTo-SecureString -String $env:SIGMA_CLIENT_SECRET -AsPlainText -Force) }
}
function Get-AutomationVariable { param([string] $Name) $env:SIGMA_BASE_URL }
Export-ModuleMember -Function 'Get-AutomationPSCredential', 'Get-AutomationVariable'
'@
    Set-Content -LiteralPath (Join-Path -Path $Assets -ChildPath 'Assets/Assets.psd1') -Encoding ascii -Value @'
@{ RootModule = 'Assets.psm1'; ModuleVersion = '1.0.0'; FunctionsToExport = 'Get-AutomationPSCredential', 'Get-AutomationVariable' }
'@

    # A folder with two models, and an environment prod that is an empty folder of the organization.
    function New-Release {
        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $models = Join-Path -Path $folder -ChildPath 'models'
        $null = New-Item -ItemType Directory -Path (Join-Path -Path $folder -ChildPath 'out') -Force
        $null = Get-SigmaDataModelSpec -DataModelId $PlugsOrders | Export-SigmaDataModelSpec -DestinationPath $models
        $environment = @{
            organization = (Get-SigmaSession).OrganizationId
            folder = (New-SigmaFolder -Name (Split-Path -Path $folder -Leaf)).Id
        }
        @{ environments = @{ prod = $environment } } | ConvertTo-Json |
            Set-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'sigma.environments.json') -Encoding ascii
        $folder
    }

    function Save-Plan {
        param([string] $Folder)
        New-SigmaReleasePlan -Path (Join-Path -Path $Folder -ChildPath 'models') -Environment prod -SavePath (
            Join-Path -Path $Folder -ChildPath 'out/plan.json'
        ) -ErrorAction Stop
    }

    # Publishes the folder, so that its model is live in the environment.
    function Publish-Release {
        param([string] $Folder)
        Save-Plan -Folder $Folder | Publish-SigmaReleasePlan -Confirm:$false -ErrorAction Stop
    }

    function Edit-Model {
        param([string] $Folder, [scriptblock] $Edit)
        $file = Get-Item -Path (Join-Path -Path $Folder -ChildPath 'models/*.json')
        $spec = Get-Content -LiteralPath $file.FullName -Raw | ConvertFrom-Json
        & $Edit $spec.pages[0].elements[0]
        $spec | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath $file.FullName -Encoding utf8
    }

    function Set-Fault {
        param([hashtable] $Fault)
        $request = @{
            Method = 'Post'
            Uri = $Sandbox.BaseUrl + 'sandbox/faults'
            Body = $Fault | ConvertTo-Json
            ContentType = 'application/json'
        }
        $null = Invoke-RestMethod @request -UseBasicParsing
    }

    # Arranges the failure and gives what it changes in the environment of the process.
    function Set-Failure {
        param([string] $Failure, [string] $Folder)
        switch ($Failure) {
            'no secret' { return @{ SIGMA_CLIENT_SECRET = '' } }
            'wrong secret' { return @{ SIGMA_CLIENT_SECRET = 'not-the-secret' } }
            'no plan' { return @{} }
        }

        if ($Failure -in 'plan refused', 'one model forbidden', 'drift') { $live = Publish-Release -Folder $Folder }
        switch ($Failure) {
            'model with an error' { Edit-Model -Folder $Folder -Edit { param($Element) $Element.columns[0].formula = 'Sum([Cost]' } }
            'unreadable model' {
                Set-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'models/Broken.json') -Value '{ "name": ' -Encoding ascii
            }
            'plan refused' {
                Edit-Model -Folder $Folder -Edit { param($Element) $Element.columns = @($Element.columns | Select-Object -Skip 3) }
            }
            'drift' { Edit-Model -Folder $Folder -Edit { param($Element) $Element.columns[0].name = 'Another Name' } }
        }

        if ($Failure -ne 'unreadable model') { $null = Save-Plan -Folder $Folder }
        switch ($Failure) {
            'one model forbidden' {
                Set-Fault -Fault @{
                    method = 'GET'
                    pathContains = "$($live.DataModelId)/spec"
                    status = 403
                    code = 'forbidden'
                    message = 'You do not have permission to do this'
                    times = 1000
                }
            }
            'one write forbidden' {
                Set-Fault -Fault @{
                    method = 'POST'
                    pathContains = 'v2/dataModels'
                    status = 403
                    code = 'forbidden'
                    message = 'You do not have permission to do this'
                    times = 1000
                }
            }
            'throttled' {
                Set-Fault -Fault @{
                    pathContains = 'v2/'
                    skip = 2
                    status = 429
                    code = 'too_many_requests'
                    message = 'Too many requests'
                    times = 100000
                }
            }
            'throttled sign-in' {
                Set-Fault -Fault @{
                    pathContains = 'v2/whoami'
                    status = 429
                    code = 'too_many_requests'
                    message = 'Too many requests'
                    times = 100000
                }
            }
            'stale plan' { $null = Publish-Release -Folder $Folder }
        }

        @{}
    }

    # The command line of a host: a scheduler runs the file or a command, GitHub and Azure DevOps put the step's text into a file of their
    # own.
    function Get-HostArgument {
        param([string] $In, [string] $Path, [string] $Arguments, [string] $Folder)
        if ($In -eq 'File') { return "-File ""$Path"" $Arguments" }
        if ($In -eq 'Command') { return "-Command ""& '$Path' $Arguments""" }
        $end = 'if (Test-Path -LiteralPath variable:\LASTEXITCODE) { exit $LASTEXITCODE }'
        $step = Join-Path -Path $Folder -ChildPath 'step.ps1'
        Set-Content -LiteralPath $step -Encoding ascii -Value @('$ErrorActionPreference = ''stop''', "& '$Path' $Arguments", $end)
        if ($In -eq 'GitHub') { "-command "". '$step'""" } else { "-NoLogo -NonInteractive -Command "". '$step'""" }
    }

    # Runs an example in a process of its own, as a pipeline does: the staged module on the module path, the sandbox in the environment.
    function Invoke-Example {
        param([string] $Script, [string] $Arguments, [string] $Folder, [hashtable] $Variables = @{}, [string] $In = 'File')
        $path = if (Test-Path -LiteralPath $Script) { $Script }
        else { (Get-ChildItem -LiteralPath $Examples -Filter $Script -Recurse).FullName }
        $program = (Get-Process -Id $PID).Path
        $isTool = [IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet'
        $library = if ($isTool) { """$(Join-Path -Path $PSHOME -ChildPath 'pwsh.dll')"" " }
        $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo -ArgumentList $program,
            "$library-NoProfile $(Get-HostArgument -In $In -Path $path -Arguments $Arguments -Folder $Folder)"
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.WorkingDirectory = $Folder
        $start.EnvironmentVariables['PSModulePath'] = @($Assets, (Join-Path -Path $Repository -ChildPath 'out'), $env:PSModulePath) -join
            [IO.Path]::PathSeparator
        $start.EnvironmentVariables['SIGMA_BASE_URL'] = $Sandbox.BaseUrl
        $start.EnvironmentVariables['SIGMA_CLIENT_ID'] = $Sandbox.ClientId
        $start.EnvironmentVariables['SIGMA_CLIENT_SECRET'] = $Sandbox.ClientSecret
        foreach ($name in $Variables.Keys) { $start.EnvironmentVariables[$name] = $Variables[$name] }
        $process = [Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $output = $process.StandardOutput.ReadToEndAsync()
        $trouble = $process.StandardError.ReadToEndAsync()
        if (-not $process.WaitForExit(120000)) { $process.Kill() }
        $lines = @($output.Result -split '\r?\n' | Where-Object { $_.Trim() })
        [pscustomobject]@{ Code = $process.ExitCode; Lines = $lines; Text = $lines -join "`n"; Errors = $trouble.Result }
    }
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
