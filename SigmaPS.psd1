@{
    RootModule             = 'SigmaPS.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = 'b7a3f6de-52c1-4c5f-9b0e-3a6d6f2d9c41'
    Author                 = 'The SigmaPS authors'
    CompanyName            = 'SigmaPS'
    Copyright              = '(c) The SigmaPS authors.'
    Description            = 'Manage Sigma Computing data models as code: connect, list, get a model''s code representation, change it and put it back safely.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Add-SigmaDataModelTag'
        'Add-SigmaSpecColumn'
        'Add-SigmaSpecMetric'
        'Clear-SigmaUsageCache'
        'Compare-SigmaDataModelSpec'
        'Connect-Sigma'
        'ConvertTo-SigmaDiagram'
        'ConvertTo-SigmaMarkdown'
        'Copy-SigmaDataModel'
        'Disconnect-Sigma'
        'Export-SigmaDataModelSpec'
        'Find-SigmaDataModelColumn'
        'Find-SigmaUsage'
        'Get-SigmaConnection'
        'Get-SigmaDataModel'
        'Get-SigmaDataModelColumn'
        'Get-SigmaDataModelElement'
        'Get-SigmaDataModelLineage'
        'Get-SigmaDataModelSource'
        'Get-SigmaDataModelSpec'
        'Get-SigmaDataModelSpecIssue'
        'Get-SigmaDataModelTag'
        'Get-SigmaDataModelVersion'
        'Get-SigmaDrift'
        'Get-SigmaFile'
        'Get-SigmaMember'
        'Get-SigmaSession'
        'Get-SigmaSpecColumn'
        'Get-SigmaTable'
        'Get-SigmaTableColumn'
        'Import-SigmaDataModelSpec'
        'Invoke-SigmaRestMethod'
        'New-SigmaDataModel'
        'New-SigmaFolder'
        'New-SigmaReleasePlan'
        'Publish-SigmaReleasePlan'
        'Remove-SigmaDataModel'
        'Remove-SigmaSpecColumn'
        'Rename-SigmaSpecColumn'
        'Repair-SigmaDataModelSpec'
        'Restore-SigmaDataModel'
        'Restore-SigmaDataModelSpec'
        'Select-SigmaSpecColumn'
        'Set-SigmaDataModel'
        'Set-SigmaDataModelSpec'
        'Set-SigmaSpecSource'
        'Test-SigmaDataModelSpec'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags = @('Sigma', 'SigmaComputing', 'DataModel', 'Analytics', 'BI', 'AsCode', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
