# What the measuring scripts share: the staged module, and a sandbox of as many models as are asked for. Dot-sourced.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..'))
$version = (Import-PowerShellDataFile -LiteralPath (Join-Path $root 'SigmaPS.psd1')).ModuleVersion
$manifest = [IO.Path]::Combine($root, 'out', 'SigmaPS', $version, 'SigmaPS.psd1')
$program = 'Release', 'Debug' |
    ForEach-Object { [IO.Path]::Combine($root, 'src', 'SigmaPS.Sandbox', 'bin', $_, 'net10.0', 'SigmaPS.Sandbox.dll') } |
    Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
$shell = (Get-Process -Id $PID).Path
# PowerShell as a .NET tool
$script:library = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
Import-Module $manifest

function Open-Service([int] $Count, [int] $Latency, [int] $Workbooks = 0) {
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', "`"$program`" serve --models $Count --latency $Latency --workbooks $Workbooks")
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    $text = ''
    do { $line = $process.StandardOutput.ReadLine(); $text += "$line`n" } until ($null -eq $line -or $line -like 'Ctrl-C*')
    $service = [pscustomobject]@{
        Process = $process
        Url = [regex]::Match($text, 'listens at (\S+)').Groups[1].Value
        Id = [regex]::Match($text, 'Client id +(\S+)').Groups[1].Value
        Secret = [regex]::Match($text, 'Client secret +(\S+)').Groups[1].Value
    }
    $form = @{ grant_type = 'client_credentials'; client_id = $service.Id; client_secret = $service.Secret }
    $service |
        Add-Member -NotePropertyName Token -NotePropertyValue (
            Invoke-RestMethod -Method Post -Uri "$($service.Url)v2/auth/token" -Body $form
        ).access_token
    $service
}

function Connect-Service($Service) {
    Connect-Sigma -BaseUrl $Service.Url -ClientId $Service.Id -ClientSecret (
        [Net.NetworkCredential]::new('', $Service.Secret).SecurePassword
    )
}
