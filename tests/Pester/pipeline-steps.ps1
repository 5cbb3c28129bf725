# What the files about pipelines need: the steps of a host's example, each run in a process of its own as the host does.

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
        if (-not $process.WaitForExit(180000)) { Stop-ProcessTree -Process $process }
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
