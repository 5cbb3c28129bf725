# Runs the steps of the pipeline examples as their hosts do: the texts of the YAML files, a process a step, an empty home, the packed
# module.
# The hosts' own expressions (if, condition) are not run: each test names the steps that the host would choose.
BeforeDiscovery {
    . "$PSScriptRoot/common.ps1"
    $script:HasManager = [bool](Get-Command -Name Install-PSResource -ErrorAction Ignore)
    $script:Yaml = @(Get-ChildItem -LiteralPath (Join-Path -Path $Repository -ChildPath 'examples') -Filter '*.yml' -Recurse |
            ForEach-Object { @{ Name = $_.Name; Text = [IO.File]::ReadAllText($_.FullName) } })
    $script:Kinds = @{ Kind = 'GitHub' }, @{ Kind = 'AzureDevOps' }
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Version = (Get-Module -Name SigmaPS).Version.ToString()
    $script:Sandbox = Open-Sandbox
    Connect-Sandbox -Sandbox $Sandbox
    Add-Type -Path (Get-ChildItem -Path (Join-Path -Path $Repository -ChildPath 'out/SigmaPS') -Filter YamlDotNet.dll -Recurse |
            Where-Object { $_.FullName -notmatch 'Desktop' } | Select-Object -First 1).FullName
    . "$PSScriptRoot/pipeline-steps.ps1"
    . "$PSScriptRoot/pull-request-host.ps1"

    $script:Packages = $null
    if (Get-Command -Name Install-PSResource -ErrorAction Ignore) {
        $out = Join-Path -Path $TestDrive -ChildPath 'package'
        $null = & dotnet msbuild (Join-Path -Path $Repository -ChildPath 'module/Pack.proj') -nologo "-p:PackageFolder=$out/"
        if ($LASTEXITCODE -ne 0) { throw "Pack ended with exit code $LASTEXITCODE." }
        $script:Packages = Join-Path -Path $out -ChildPath 'feed'
    }
}

AfterAll {
    Close-Sandbox -Sandbox $Sandbox
}

Describe 'The pipeline file <Name>' -ForEach $Yaml {
    It 'installs the version of this repository, from a source that it names' {
        $Text | Should -Not -Match 'PSGallery|TrustRepository'
        if ($Text -match 'github-actions$|steps\.yml$') { $Text | Should -Match 'source: \./packages' }
        foreach ($found in [regex]::Matches($Text, '(?m)^\s*version: (\S+)')) { $found.Groups[1].Value | Should -Be $Version }
    }

    It 'names the version of each action' {
        foreach ($found in [regex]::Matches($Text, '(?m)uses: (\S+)')) { $found.Groups[1].Value | Should -Match '^\./|@v\d+$' }
    }

    It 'puts no expression into the text of a script' {
        $inScript = $false
        $indent = 0
        foreach ($line in $Text -split "`n") {
            $depth = $line.Length - $line.TrimStart().Length
            if ($inScript -and $line.Trim() -and $depth -le $indent) { $inScript = $false }
            if ($line -match '^(?<before>\s*(- )?)(run|pwsh): *(?<text>.*)$') {
                $inScript = $Matches.text -eq '|'
                $indent = $Matches.before.Length
                $line | Should -Not -Match '\$\{\{|\$\([A-Z]'
            }
            elseif ($inScript) { $line | Should -Not -Match '\$\{\{' }
        }
    }
}

Describe 'The pipeline of <Kind>' -ForEach $Kinds -Skip:(-not $HasManager) {
    BeforeEach {
        $script:Service = Open-Host
        $script:Folder = New-Release
        $script:Pull = Get-PullRequest -Kind $Kind -Service $Service -Folder $Folder
    }

    AfterEach {
        $Service.Listener.Stop()
    }

    It 'installs, plans, comments once, and publishes' {
        $runs = @(
            Invoke-Step -Kind $Kind -Name 'Install SigmaPS', 'Validate and plan', 'Show the plan', 'Comment the plan',
                'Comment the plan' -Folder $Folder -Given @{ step = 'plan' } -Variables $Pull
        )
        $runs | ForEach-Object { $_.Code | Should -Be 0 -Because "$($_.Name): $($_.Text)" }
        $runs[0].Lines[-1] | Should -Match "^Done: SigmaPS $([regex]::Escape($Version)) from "
        $runs[1].Lines[-1] | Should -Match '^Done: .*1 create'
        if ($Kind -eq 'GitHub') {
            Get-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'summary.md') -Raw | Should -Match 'Plugs Orders'
        }
        else { $runs[2].Text | Should -Match '##vso\[task\.uploadsummary\].*plan\.md' }
        $Service.Comments.Count | Should -Be 1 -Because ($Service.Seen -join "`n")
        $Service.Comments[0] | Should -Match '^<!-- sigmaps-plan: prod -->'
        $Service.Comments[0] | Should -Match 'Plugs Orders'
        $Service.Seen | Should -Not -Contain { $_ -notmatch 'Bearer comment-token$' }
        $published = Invoke-Step -Kind $Kind -Name 'Publish' -Folder $Folder -Given @{ step = 'publish' }
        $published.Code | Should -Be 0 -Because $published.Text
        $published.Lines[-1] | Should -Be 'Done: 1 Created'
    }

    It 'ends red and still comments where the plan is refused' {
        $null = New-SigmaReleasePlan -Path (Join-Path -Path $Folder -ChildPath 'models') -EnvironmentPath (
            Join-Path -Path $Folder -ChildPath 'sigma.environments.json'
        ) -Environment prod -ErrorAction Stop |
            Publish-SigmaReleasePlan -Confirm:$false -ErrorAction Stop
        $file = Get-Item -Path (Join-Path -Path $Folder -ChildPath 'models/*.json')
        $spec = Get-Content -LiteralPath $file.FullName -Raw | ConvertFrom-Json
        $spec.pages[0].elements[0].columns = @($spec.pages[0].elements[0].columns | Select-Object -Skip 3)
        $spec | ConvertTo-Json -Depth 100 | Set-Content -LiteralPath $file.FullName -Encoding utf8
        $runs = @(
            Invoke-Step -Kind $Kind -Name 'Install SigmaPS', 'Validate and plan',
                'Comment the plan' -Folder $Folder -Given @{ step = 'plan' } -Variables $Pull
        )
        $runs[1].Code | Should -Be 1 -Because $runs[1].Text
        $runs[1].Lines[-1] | Should -Match '^FAILED: '
        $runs[2].Code | Should -Be 0 -Because $runs[2].Text
        $Service.Comments.Count | Should -Be 1
    }

    It 'ends red and shows the errors of a model beside the code' {
        $file = Get-Item -Path (Join-Path -Path $Folder -ChildPath 'models/*.json')
        $text = [IO.File]::ReadAllText($file.FullName)
        [IO.File]::WriteAllText($file.FullName, $text.Replace('"schemaVersion": 1', '"schemaVersion": "1"'))
        $agent = if ($Kind -eq 'GitHub') {
            @{ GITHUB_ACTIONS = 'true'; GITHUB_WORKSPACE = $Folder }
        }
        else {
            @{ TF_BUILD = 'True'; BUILD_SOURCESDIRECTORY = $Folder }
        }
        foreach ($name in $agent.Keys) { $Pull[$name] = $agent[$name] }
        $runs = @(
            Invoke-Step -Kind $Kind -Name 'Install SigmaPS', 'Validate and plan' -Folder $Folder -Given @{ step = 'plan' } -Variables $Pull
        )
        $runs[1].Code | Should -Be 1 -Because $runs[1].Text
        $start = if ($Kind -eq 'GitHub') { '::error file=models/' } else { '##vso[task.logissue type=error;sourcepath=models/' }
        @($runs[1].Lines | Where-Object { $_.StartsWith($start) }).Count | Should -Be 1 -Because $runs[1].Text
        $report = Get-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'out/issues.sarif') -Raw | ConvertFrom-Json
        $report.runs[0].results[0].ruleId | Should -Be 'wrong-type'
    }

    It 'ends red where <Case>' -ForEach @(
        @{ Case = 'there is no package'; Step = 'Install SigmaPS'; Token = 'SigmaPS\.\d.*nupkg' }
        @{ Case = 'there is no plan'; Step = 'Comment the plan'; Token = 'plan\.md' }
        @{ Case = 'the comment is forbidden'; Step = 'Comment the plan'; Token = '403|Forbidden' }
    ) {
        if ($Case -eq 'there is no package') { Remove-Item -LiteralPath (Join-Path -Path $Folder -ChildPath 'packages') -Recurse }
        if ($Case -eq 'the comment is forbidden') {
            $Service.State.Status = 403
            $null = New-Item -ItemType Directory -Path (Join-Path -Path $Folder -ChildPath 'out')
            Set-Content -LiteralPath (Join-Path -Path $Folder -ChildPath 'out/plan.md') -Value 'The plan' -Encoding ascii
        }

        $run = Invoke-Step -Kind $Kind -Name $Step -Folder $Folder -Given @{ step = 'plan' } -Variables $Pull
        $run.Code | Should -Be 1 -Because $run.Text
        $run.Lines[-1] | Should -Match '^FAILED: '
        $run.Lines[-1] | Should -Match $Token
        $Service.Comments.Count | Should -Be 0
    }

    It 'comments nothing outside a pull request' {
        $run = Invoke-Step -Kind $Kind -Name 'Comment the plan' -Folder $Folder -Given @{ step = 'plan' }
        $run.Code | Should -Be 0 -Because $run.Text
        $run.Lines[-1] | Should -Match '^Done: .*no pull request'
        $Service.Seen.Count | Should -Be 0
    }
}
