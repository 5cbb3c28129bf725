<#
.SYNOPSIS
Shows a plan as one comment on the pull request of this run: GitHub Actions or Azure DevOps.
.DESCRIPTION
A later run replaces the comment of an earlier one. The comment contains the plan with the table of the consumers that it breaks.
The token comes from GITHUB_TOKEN or SYSTEM_ACCESSTOKEN. Outside a pull request the script changes nothing.
The last line on standard output reports the result: "Done: ..." or "FAILED: ..." with the reason.
#>
param(
    [Parameter()] [string] $Plan = './out/plan.md',
    [Parameter()] [string] $Environment = 'prod'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# The limits of GitHub (65,536) and Azure DevOps (150,000) for one comment; a plan above it is cut, and the comment reports that.
$most = 60000
$marker = "<!-- sigmaps-plan: $Environment -->"

function Invoke-Service {
    param([string] $Method, [string] $Uri, [hashtable] $Body)
    $call = @{ Method = $Method; Uri = $Uri; Headers = $headers; UseBasicParsing = $true }
    if ($Body) {
        $call.Body = [Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $Body -Depth 5))
        $call.ContentType = 'application/json; charset=utf-8'
    }

    Invoke-RestMethod @call
}

# https://docs.github.com/rest/issues/comments: the comments of a pull request are those of its issue.
function Set-GitHubComment {
    $number = (Get-Content -LiteralPath $env:GITHUB_EVENT_PATH -Raw | ConvertFrom-Json).pull_request.number
    $comments = "$env:GITHUB_API_URL/repos/$env:GITHUB_REPOSITORY/issues"
    for ($page = 1; ; $page++) {
        $list = @(Invoke-Service -Method Get -Uri "$comments/$number/comments?per_page=100&page=$page" | ForEach-Object { $_ })
        $mine = $list | Where-Object { "$($_.body)".StartsWith($marker, [StringComparison]::Ordinal) } | Select-Object -First 1
        if ($mine) { return Invoke-Service -Method Patch -Uri "$comments/comments/$($mine.id)" -Body @{ body = $text } }
        if ($list.Count -lt 100) { return Invoke-Service -Method Post -Uri "$comments/$number/comments" -Body @{ body = $text } }
    }
}

# https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-threads: a closed thread does not keep a pull request open.
function Set-AzureDevOpsComment {
    $git = "$($env:SYSTEM_COLLECTIONURI.TrimEnd('/'))/$([uri]::EscapeDataString($env:SYSTEM_TEAMPROJECT))/_apis/git"
    $threads = "$git/repositories/$env:BUILD_REPOSITORY_ID/pullRequests/$env:SYSTEM_PULLREQUEST_PULLREQUESTID/threads"
    $mine = (Invoke-Service -Method Get -Uri "${threads}?api-version=7.1").value |
        Where-Object { $_.comments -and "$(@($_.comments)[0].content)".StartsWith($marker, [StringComparison]::Ordinal) } | Select-Object -First 1
    if ($mine) {
        $first = @($mine.comments)[0].id
        return Invoke-Service -Method Patch -Uri "$threads/$($mine.id)/comments/${first}?api-version=7.1" -Body @{ content = $text }
    }

    $comment = @{ parentCommentId = 0; content = $text; commentType = 1 }
    Invoke-Service -Method Post -Uri "${threads}?api-version=7.1" -Body @{ comments = @($comment); status = 4 }
}

try {
    $isGitHub = $env:GITHUB_EVENT_NAME -eq 'pull_request'
    if (-not $isGitHub -and -not $env:SYSTEM_PULLREQUEST_PULLREQUESTID) {
        'Done: this run has no pull request, so there is no comment.'
        return
    }

    $name = if ($isGitHub) { 'GITHUB_TOKEN' } else { 'SYSTEM_ACCESSTOKEN' }
    $token = [Environment]::GetEnvironmentVariable($name)
    if (-not $token) { throw "$name is not set. Map it into this step." }
    if (-not (Test-Path -LiteralPath $Plan)) { throw "There is no plan at '$Plan'. Run release.ps1 -Step Plan first." }
    $headers = @{ Authorization = "Bearer $token"; Accept = 'application/json' }
    $text = "$marker`n$(Get-Content -LiteralPath $Plan -Raw -Encoding utf8)"
    if ($text.Length -gt $most) { $text = $text.Substring(0, $most) + "`n`nThe rest is too long for a comment. See plan.md of this run." }
    $null = if ($isGitHub) { Set-GitHubComment } else { Set-AzureDevOpsComment }
    'Done: the plan is a comment on the pull request.'
}
catch {
    "FAILED: $($_.Exception.Message -replace '\s+', ' ')"
    throw
}
