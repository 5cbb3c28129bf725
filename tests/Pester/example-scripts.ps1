# What the files about scripts that nobody watches need: a sandbox, a folder to release, failures, and a process per script.
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
    if (-not $process.WaitForExit(120000)) { Stop-ProcessTree -Process $process }
    $lines = @($output.Result -split '\r?\n' | Where-Object { $_.Trim() })
    [pscustomobject]@{ Code = $process.ExitCode; Lines = $lines; Text = $lines -join "`n"; Errors = $trouble.Result }
}
