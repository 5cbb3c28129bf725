<#
.SYNOPSIS
Installs one version of SigmaPS on a build agent, from one named source.
.DESCRIPTION
Source is a folder with SigmaPS.<version>.nupkg, or the address of your own feed. Your team makes the package with ./build.ps1 -Task Pack.
The feed's token comes from SIGMAPS_FEED_TOKEN. The script asks no other source, so a package of the same name elsewhere is never taken.
The last line on standard output reports the result: "Done: ..." or "FAILED: ..." with the reason.
#>
param(
    [Parameter()] [string] $Version = '0.1.0',
    [Parameter()] [string] $Source = './packages'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$repository = "SigmaPS-$([guid]::NewGuid())"
try {
    $isFeed = $Source -match '^https?://'
    if (-not $isFeed) {
        $package = Join-Path -Path $Source -ChildPath "SigmaPS.$Version.nupkg"
        if (-not (Test-Path -LiteralPath $package)) { throw "There is no '$package'. Make it with ./build.ps1 -Task Pack, and put it there." }
        $Source = (Resolve-Path -LiteralPath $Source).ProviderPath
    }

    $credential = @{}
    if ($isFeed -and $env:SIGMAPS_FEED_TOKEN) {
        $token = ConvertTo-SecureString -String $env:SIGMAPS_FEED_TOKEN -AsPlainText -Force
        $credential.Credential = New-Object -TypeName pscredential -ArgumentList 'build', $token
    }

    Register-PSResourceRepository -Name $repository -Uri $Source -Trusted
    Install-PSResource -Name SigmaPS -Version "[$Version]" -Repository $repository -Scope CurrentUser -Reinstall @credential
    if (-not (Get-Module -FullyQualifiedName @{ ModuleName = 'SigmaPS'; RequiredVersion = $Version } -ListAvailable)) {
        throw "SigmaPS $Version was installed, but is not in a folder of PSModulePath."
    }

    "Done: SigmaPS $Version from $Source"
}
catch {
    "FAILED: $($_.Exception.Message -replace '\s+', ' ')"
    throw
}
finally {
    if (Get-PSResourceRepository -Name $repository -ErrorAction Ignore) { Unregister-PSResourceRepository -Name $repository }
}
