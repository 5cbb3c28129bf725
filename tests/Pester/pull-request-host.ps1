# A pull request as a step sees it: the service of its comments, and the variables that the host sets.

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
