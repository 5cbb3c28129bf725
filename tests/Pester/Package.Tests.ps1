# The package for galleries, taken by PowerShell's own package manager from the folder that Pack makes.

BeforeDiscovery {
    $script:HasManager = [bool](Get-Command -Name Save-PSResource -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    Import-StagedModule
    $script:Folder = Join-Path -Path $TestDrive -ChildPath 'package'
    $null = & dotnet msbuild (Join-Path -Path $Repository -ChildPath 'module/Pack.proj') -nologo "-p:PackageFolder=$Folder/"
    if ($LASTEXITCODE -ne 0) { throw "Pack ended with exit code $LASTEXITCODE." }
}

Describe 'The package in a folder that is registered as a repository' -Skip:(-not $HasManager) {
    BeforeAll {
        $script:Name = 'SigmaPS-' + [guid]::NewGuid()
        Register-PSResourceRepository -Name $Name -Uri (Join-Path -Path $Folder -ChildPath 'feed') -Trusted
    }

    AfterAll {
        Unregister-PSResourceRepository -Name $Name
    }

    It 'is found' {
        (Find-PSResource -Name SigmaPS -Repository $Name).Version.ToString(3) | Should -Be (Get-Module -Name SigmaPS).Version.ToString()
    }

    It 'is taken with <_> and can be imported' -ForEach 'no version', 'one version' {
        $target = (New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid()))).FullName
        $version = if ($_ -eq 'one version') { @{ Version = "[$((Get-Module -Name SigmaPS).Version)]" } } else { @{} }
        Save-PSResource -Name SigmaPS -Repository $Name -Path $target -ErrorAction Stop @version
        $manifest = (
            Get-ChildItem -Path $target -Recurse -Filter SigmaPS.psd1 | Sort-Object -Property { $_.FullName.Length } |
                Select-Object -First 1
        ).FullName
        Invoke-Unattended -Script "Import-Module '$manifest'; (Get-Command -Module SigmaPS).Count" |
            Should -Be "$((Get-Command -Module SigmaPS).Count)"
    }
}
