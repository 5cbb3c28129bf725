# The usage index of tests does not belong into the cache folder of the person who runs them.
if (-not $env:SIGMAPS_TEST_CACHE) {
    $env:SIGMAPS_TEST_CACHE = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath ([IO.Path]::GetRandomFileName())
    $env:XDG_CACHE_HOME = $env:SIGMAPS_TEST_CACHE
}

# What every test file needs: the staged module, a sandbox in a process of its own, and a way to its service that is not the module's.
# Runs in Windows PowerShell 5.1 and PowerShell 7; nothing asks a question. ASCII only, because 5.1 reads files without a mark as ANSI.

Set-StrictMode -Version 3.0

$script:ProgressPreference = 'SilentlyContinue'
$script:Repository = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..'))
$script:SigmaVariables = 'SIGMA_BASE_URL', 'SIGMA_CLIENT_ID', 'SIGMA_CLIENT_SECRET', 'SIGMA_API_TOKEN'

# Null until it is opened, so that a file whose setup has failed can still close it.
$script:Sandbox = $null

# The document's own data model, as the sandbox is seeded with it: version 2, one page, one table of 22 columns.
$script:PlugsOrders = '467bc369-5db7-4963-8172-b24a49dbc75b'

# The staged manifest; the version in its path is the one that the repository's manifest says.
function Get-StagedManifest {
    $data = Import-PowerShellDataFile -LiteralPath (Join-Path -Path $Repository -ChildPath 'SigmaPS.psd1')
    $path = [IO.Path]::Combine($Repository, 'out', 'SigmaPS', $data.ModuleVersion, 'SigmaPS.psd1')
    if (-not (Test-Path -LiteralPath $path)) { throw "There is no staged module at '$path'. Run: dotnet build" }
    $path
}

# Imports the staged module anew, so that no file depends on what another one did to it.
function Import-StagedModule {
    Import-Module -Name (Get-StagedManifest) -Force -ErrorAction Stop
}

# Starts a sandbox on a free port and reads from what it prints how to connect. The caller's SIGMA_ variables are out of the way until it is
# closed.
function Open-Sandbox {
    $program = 'Debug', 'Release' |
        ForEach-Object { [IO.Path]::Combine($Repository, 'src', 'SigmaPS.Sandbox', 'bin', $_, 'net10.0', 'SigmaPS.Sandbox.dll') } |
        Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-Item -LiteralPath $_ } | Sort-Object -Property LastWriteTime |
            Select-Object -Last 1
    if (-not $program) { throw 'The sandbox is not built. Run: dotnet build' }

    $variables = @{}
    foreach ($name in $SigmaVariables) {
        $variables[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }

    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo -ArgumentList 'dotnet', ('"{0}" serve --port 0' -f $program.FullName)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $errorText = $process.StandardError.ReadToEndAsync()

    $text = ''
    $deadline = [DateTime]::UtcNow.AddSeconds(60)
    do {
        $line = $process.StandardOutput.ReadLineAsync()
        $left = [int][Math]::Max(0, ($deadline - [DateTime]::UtcNow).TotalMilliseconds)
        if (-not $line.Wait($left) -or $null -eq $line.Result) {
            Stop-ProcessTree -Process $process
            throw "The sandbox did not start. It said: $text$($errorText.Result)"
        }

        $text += $line.Result + "`n"
    } until ($line.Result -match '^Ctrl-C')

    # From here on somebody has to read what it says, or it would stop when the pipe is full.
    $null = $process.StandardOutput.ReadToEndAsync()
    [pscustomobject]@{
        Process      = $process
        BaseUrl      = [regex]::Match($text, 'listens at (\S+)').Groups[1].Value
        ClientId     = [regex]::Match($text, '(?m)^Client id +(\S+)').Groups[1].Value
        ClientSecret = [regex]::Match($text, '(?m)^Client secret +(\S+)').Groups[1].Value
        Variables    = $variables
        Token        = $null
    }
}

# Ends a process with those that it has started: a program installed as a .NET tool is only the launcher of another one.
function Stop-ProcessTree {
    param([Diagnostics.Process] $Process)

    if ($Process.HasExited) { return }
    # The .NET Framework of Windows PowerShell 5.1 ends one process only.
    if ($PSVersionTable.PSEdition -eq 'Core') { $Process.Kill($true) } else { $Process | Stop-Process -Force }
}

# Stops the sandbox, puts the SIGMA_ variables back, and ends every session of this process.
function Close-Sandbox {
    param($Sandbox)

    if ($null -ne $Sandbox) {
        Stop-ProcessTree -Process $Sandbox.Process
        $null = $Sandbox.Process.WaitForExit(10000)
        $Sandbox.Process.Dispose()
        foreach ($name in $SigmaVariables) { [Environment]::SetEnvironmentVariable($name, $Sandbox.Variables[$name]) }
    }

    Get-SigmaSession -All | Disconnect-Sigma
}

# Runs a script file in a process of its own that nobody watches, and gives all it says. ErrorActionPreference stays out of it:
# with Stop, Windows PowerShell takes the first line on standard error for an error of its own.
function Invoke-Unattended {
    param([string] $Script, [string[]] $Argument)

    $ErrorActionPreference = 'Continue'
    $file = Join-Path -Path $TestDrive -ChildPath 'run.ps1'
    Set-Content -LiteralPath $file -Value $Script -Encoding ASCII
    # PowerShell installed as a .NET tool runs inside dotnet.
    $program = (Get-Process -Id $PID).Path
    $library = if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path -Path $PSHOME -ChildPath 'pwsh.dll' }
    & $program @($library | Where-Object { $_ }) -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $file @Argument *>&1 |
        ForEach-Object { "$_" }
}

# The same in a process whose standard input is open and never says anything, without -NonInteractive: whatever asks a question
# there waits for ever. After two minutes the process is killed. Gives the lines of standard error, then those of standard output.
function Invoke-Silent {
    param([string] $Script, [string[]] $Argument)

    $file = Join-Path -Path $TestDrive -ChildPath 'silent.ps1'
    Set-Content -LiteralPath $file -Value $Script -Encoding ASCII
    $program = (Get-Process -Id $PID).Path
    $library = if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path -Path $PSHOME -ChildPath 'pwsh.dll' }
    $all = @($library | Where-Object { $_ }) + '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', $file + $Argument
    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo -ArgumentList $program,
        (($all | ForEach-Object { '"{0}"' -f $_ }) -join ' ')
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEndAsync()
    $trouble = $process.StandardError.ReadToEndAsync()
    if (-not $process.WaitForExit(120000)) { Stop-ProcessTree -Process $process }
    $lines = @(($trouble.Result + "`n" + $output.Result) -split '\r?\n' | Where-Object { $_ })
    $process.Dispose()
    $lines
}

function ConvertTo-Secret {
    param([string] $Text)

    (New-Object -TypeName System.Net.NetworkCredential -ArgumentList '', $Text).SecurePassword
}

# Connects this runspace to a sandbox; more parameters of Connect-Sigma may follow.
function Connect-Sandbox {
    param($Sandbox, [switch] $PassThru)

    Connect-Sigma -BaseUrl $Sandbox.BaseUrl -ClientId $Sandbox.ClientId -ClientSecret (
        ConvertTo-Secret -Text $Sandbox.ClientSecret
    ) -PassThru:$PassThru -ErrorAction Stop
}

# An access token, asked for without the module.
function Get-SandboxToken {
    param($Sandbox)

    $form = @{ grant_type = 'client_credentials'; client_id = $Sandbox.ClientId; client_secret = $Sandbox.ClientSecret }
    (Invoke-RestMethod -Method Post -Uri ($Sandbox.BaseUrl + 'v2/auth/token') -Body $form -UseBasicParsing).access_token
}

# One request to the service, made without the module; gives the text of the answer.
function Send-SandboxRequest {
    param($Sandbox, [string] $Method, [string] $Path, [string] $Body)

    if (-not $Sandbox.Token) { $Sandbox.Token = Get-SandboxToken -Sandbox $Sandbox }
    $request = @{
        Method          = $Method
        Uri             = $Sandbox.BaseUrl + $Path
        Headers         = @{ Authorization = 'Bearer ' + $Sandbox.Token; Accept = 'application/json' }
        UseBasicParsing = $true
    }
    if ($Body) {
        $request.Body = [Text.Encoding]::UTF8.GetBytes($Body)
        $request.ContentType = 'application/json'
    }

    (Invoke-WebRequest @request).Content
}

# The text of a model's representation, read without the module.
function Get-LiveText {
    param($Sandbox, [string] $DataModelId)

    Send-SandboxRequest -Sandbox $Sandbox -Method Get -Path "v2/dataModels/$DataModelId/spec"
}

# The same as objects, to look at what has arrived.
function Get-LiveSpec {
    param($Sandbox, [string] $DataModelId)

    Get-LiveText -Sandbox $Sandbox -DataModelId $DataModelId | ConvertFrom-Json
}

# Publishes a text as a colleague would do in the meantime.
function Publish-LiveText {
    param($Sandbox, [string] $DataModelId, [string] $Text)

    $text = $Text -replace '"documentVersion":\d+,', ''
    $null = Send-SandboxRequest -Sandbox $Sandbox -Method Put -Path "v2/dataModels/$DataModelId/spec" -Body $text
}

# A folder with a model, and beside it an environment prod that is an empty folder of the sandbox.
function Export-ReleaseFolder {
    $models = Join-Path -Path $TestDrive -ChildPath 'models'
    $null = Get-SigmaDataModel -DataModelId $PlugsOrders | Get-SigmaDataModelSpec | Export-SigmaDataModelSpec -DestinationPath $models
    $environment = @{ organization = (Get-SigmaSession).OrganizationId; folder = (New-SigmaFolder -Name 'Releases').Id }
    @{ environments = @{ prod = $environment } } | ConvertTo-Json |
        Set-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'sigma.environments.json') -Encoding ascii
    $models
}
