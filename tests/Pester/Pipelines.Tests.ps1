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

    # The steps of a host's file: name, text, and environment with the host's expressions filled in.
    function Get-Step {
        param([string] $Kind, [hashtable] $Given)
        $file = if ($Kind -eq 'GitHub') { 'github-actions/action.yml' } else { 'azure-devops/steps.yml' }
        $text = [IO.File]::ReadAllText((Join-Path -Path $Repository -ChildPath "examples/$file"))
        $root = [YamlDotNet.Serialization.DeserializerBuilder]::new().Build().Deserialize(
            $text, [Collections.Generic.Dictionary[string, object]]
        )
        $values = @{ 'github.token' = 'comment-token'; 'System.AccessToken' = 'comment-token' }
        $values += @{ SIGMA_BASE_URL = $Sandbox.BaseUrl; SIGMA_CLIENT_ID = $Sandbox.ClientId; SIGMA_CLIENT_SECRET = $Sandbox.ClientSecret }
        if ($Kind -eq 'GitHub') {
            foreach ($name in $root['inputs'].Keys) { $values["inputs.$name"] = $root['inputs'][$name]['default'] }
            foreach ($name in $Given.Keys) { $values["inputs.$name"] = $Given[$name] }
            $steps = $root['runs']['steps']
        }
        else {
            foreach ($one in $root['parameters']) {
                $values["parameters.$($one['name'])"] = if ($one.ContainsKey('default')) { $one['default'] }
            }
            foreach ($name in $Given.Keys) { $values["parameters.$name"] = $Given[$name] }
            $steps = foreach ($step in $root['steps']) {
                if ($step.ContainsKey('pwsh')) { $step } else { $step.Values | ForEach-Object { $_ } }
            }
        }

        foreach ($step in $steps) {
            $variables = @{}
            if ($step.ContainsKey('env')) {
                foreach ($name in $step['env'].Keys) {
                    $variables[$name] = [regex]::Replace($step['env'][$name], '\$\{\{ *([\w.-]+) *\}\}|\$\(([\w.]+)\)', {
                            param($match)
                            $values[$match.Groups[1].Value + $match.Groups[2].Value]
                        })
                }
            }

            $isGitHub = $Kind -eq 'GitHub'
            [pscustomobject]@{
                Name = $step[$(if ($isGitHub) { 'name' } else { 'displayName' })]
                Text = $step[$(if ($isGitHub) { 'run' } else { 'pwsh' })]
                Variables = $variables
            }
        }
    }

    # Runs the named steps one after the other, each in a process of its own, as the host does.
    function Invoke-Step {
        param([string] $Kind, [string[]] $Name, [string] $Folder, [hashtable] $Given = @{}, [hashtable] $Variables = @{})
        $Given.version = $Version
        $steps = @(Get-Step -Kind $Kind -Given $Given)
        foreach ($one in $Name) {
            $step = $steps | Where-Object { $_.Name -eq $one }
            $all = @{
                HOME = Join-Path -Path $Folder -ChildPath 'home'
                XDG_DATA_HOME = ''
                XDG_CONFIG_HOME = ''
                XDG_CACHE_HOME = ''
                PSModulePath = ''
                SIGMA_BASE_URL = ''; SIGMA_CLIENT_ID = ''; SIGMA_CLIENT_SECRET = ''
                GITHUB_ACTION_PATH = Join-Path -Path $Folder -ChildPath 'sigma/github-actions'
                GITHUB_STEP_SUMMARY = Join-Path -Path $Folder -ChildPath 'summary.md'
            }
            # In GitHub the job has the credentials; in Azure DevOps each step has what it maps, and nothing else.
            if ($Kind -eq 'GitHub') {
                $all.SIGMA_BASE_URL, $all.SIGMA_CLIENT_ID, $all.SIGMA_CLIENT_SECRET = $Sandbox.BaseUrl, $Sandbox.ClientId,
                    $Sandbox.ClientSecret
            }
            foreach ($from in $step.Variables, $Variables) { foreach ($key in $from.Keys) { $all[$key] = $from[$key] } }
            $path = Join-Path -Path $Folder -ChildPath 'step.ps1'
            $text = '$ErrorActionPreference = ''stop''', $step.Text,
                'if (Test-Path -LiteralPath variable:\LASTEXITCODE) { exit $LASTEXITCODE }'
            Set-Content -LiteralPath $path -Value ($text -join "`n") -Encoding utf8
            $program = (Get-Process -Id $PID).Path
            $start = [Diagnostics.ProcessStartInfo]::new($program)
            if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
                $start.ArgumentList.Add((Join-Path -Path $PSHOME -ChildPath 'pwsh.dll'))
            }
            '-NoProfile', '-NonInteractive', '-Command', ". '$path'" | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.UseShellExecute = $false
            $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.WorkingDirectory = $Folder
            foreach ($key in $all.Keys) {
                if ($all[$key]) { $start.Environment[$key] = $all[$key] } else { $null = $start.Environment.Remove($key) }
            }
            $process = [Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            $output = $process.StandardOutput.ReadToEndAsync()
            $trouble = $process.StandardError.ReadToEndAsync()
            if (-not $process.WaitForExit(180000)) { $process.Kill() }
            $lines = @($output.Result -split '\r?\n' | Where-Object { $_.Trim() })
            [pscustomobject]@{ Name = $one; Code = $process.ExitCode; Lines = $lines; Text = ($lines + $trouble.Result) -join "`n" }
        }
    }

    # A folder as a repository has it: models, environments, the examples as 'sigma', and the package.
    function New-Release {
        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path (Join-Path -Path $folder -ChildPath 'home') -Force
        $null = Get-SigmaDataModelSpec -DataModelId $PlugsOrders |
            Export-SigmaDataModelSpec -DestinationPath (Join-Path -Path $folder -ChildPath 'models')
        $environment = @{
            organization = (Get-SigmaSession).OrganizationId
            folder = (New-SigmaFolder -Name (Split-Path -Path $folder -Leaf)).Id
        }
        @{ environments = @{ prod = $environment } } | ConvertTo-Json |
            Set-Content -LiteralPath (Join-Path -Path $folder -ChildPath 'sigma.environments.json') -Encoding ascii
        Copy-Item -LiteralPath (
            Join-Path -Path $Repository -ChildPath 'examples'
        ) -Destination (Join-Path -Path $folder -ChildPath 'sigma') -Recurse
        if ($Packages) { Copy-Item -LiteralPath $Packages -Destination (Join-Path -Path $folder -ChildPath 'packages') -Recurse }
        $folder
    }

    # A service of pull requests on this machine: keeps what it is sent, and serves it again in the shape of the host.
    function Open-Host {
        # The listener cannot choose a free port, and another program may take the one that was just free: then it takes the next.
        for ($listener = $null; -not $listener;) {
            $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $probe.Start()
            $port = $probe.LocalEndpoint.Port
            $probe.Stop()
            $listener = [Net.HttpListener]::new()
            $listener.Prefixes.Add("http://127.0.0.1:$port/")
            try { $listener.Start() } catch [Net.HttpListenerException] { $listener = $null }
        }

        $seen = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
        $comments = [Collections.ArrayList]::Synchronized([Collections.ArrayList]::new())
        $state = [hashtable]::Synchronized(@{ Status = 200 })
        $runner = [powershell]::Create().AddScript({
                param($listener, $seen, $comments, $state)
                while ($listener.IsListening) {
                    try { $context = $listener.GetContext() } catch { return }
                    $request = $context.Request
                    $body = [IO.StreamReader]::new($request.InputStream, [Text.Encoding]::UTF8).ReadToEnd()
                    $null = $seen.Add("$($request.HttpMethod) $($request.Url.PathAndQuery) $($request.Headers['Authorization'])")
                    $text = if ($body) {
                        $data = ConvertFrom-Json -InputObject $body
                        if ($data.body) { $data.body } elseif ($data.comments) { $data.comments[0].content } else { $data.content }
                    }
                    if ($state.Status -lt 300) {
                        if ($request.HttpMethod -eq 'POST') { $null = $comments.Add($text) }
                        if ($request.HttpMethod -eq 'PATCH' -and $request.Url.AbsolutePath -match '/(threads|comments)/(\d+)') {
                            $comments[[int]$Matches[2] - 1] = $text
                        }
                    }

                    $id = 0
                    $isGitHub = $request.Url.AbsolutePath -match '^/repos/'
                    $list = @(
                        foreach ($comment in $comments) {
                            $id++
                            if ($isGitHub) {
                                @{ id = $id; body = $comment }
                            }
                            else {
                                @{ id = $id; comments = @(@{ id = 1; content = $comment }) }
                            }
                        }
                    )
                    $answer = if ($request.HttpMethod -ne 'GET') { @{ id = 1 } } elseif ($isGitHub) { , $list } else { @{ value = $list } }
                    $bytes = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $answer -Depth 6))
                    $context.Response.StatusCode = $state.Status
                    $context.Response.ContentType = 'application/json'
                    $context.Response.OutputStream.Write($bytes, 0, $bytes.Length)
                    $context.Response.Close()
                }
            }).AddArgument($listener).AddArgument($seen).AddArgument($comments).AddArgument($state)
        $null = $runner.BeginInvoke()
        [pscustomobject]@{ Url = "http://127.0.0.1:$port"; Listener = $listener; Seen = $seen; Comments = $comments; State = $state }
    }

    # What the host puts into the environment of a step on a pull request.
    function Get-PullRequest {
        param([string] $Kind, [object] $Service, [string] $Folder)
        if ($Kind -eq 'GitHub') {
            $path = Join-Path -Path $Folder -ChildPath 'event.json'
            Set-Content -LiteralPath $path -Value '{ "pull_request": { "number": 7 } }' -Encoding ascii
            return @{
                GITHUB_EVENT_NAME = 'pull_request'
                GITHUB_EVENT_PATH = $path
                GITHUB_API_URL = $Service.Url
                GITHUB_REPOSITORY = 'team/models'
            }
        }

        @{
            SYSTEM_COLLECTIONURI = "$($Service.Url)/team/"
            SYSTEM_TEAMPROJECT = 'Data Models'
            BUILD_REPOSITORY_ID = 'r1'
            SYSTEM_PULLREQUEST_PULLREQUESTID = '7'
        }
    }

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
