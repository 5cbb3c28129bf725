# How every script of the repository is analysed: all severities, and a syntax that both editions read.
@{
    Severity = 'Error', 'Warning', 'Information'
    Rules    = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = '5.1', '7.4' } }
}
