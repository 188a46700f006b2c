/** A sub-status that IIS documents. */
export type IisCode = keyof IisHttp

/** The HTTP status that RFC 9110 asks for today, by sub-status. */
export interface IisHttp {
  '401.1': 401
  '401.2': 401
  '401.3': 403
  '401.4': 403
  '401.5': 403
  '401.7': 403
  '403.1': 403
  '403.2': 403
  '403.3': 403
  '403.4': 403
  '403.5': 403
  '403.6': 403
  '403.7': 403
  '403.8': 403
  '403.9': 503
  '403.10': 500
  '403.11': 403
  '403.12': 403
  '403.13': 403
  '403.14': 403
  '403.15': 503
  '403.16': 403
  '403.17': 403
  '403.18': 500
  '403.19': 500
  '403.20': 401
  '404.0': 404
  '404.1': 421
  '404.2': 404
  '404.3': 404
  '500.12': 503
  '500.13': 503
  '500.15': 404
  '500.16': 500
  '500.18': 500
  '500.100': 500
  '502.1': 504
  '502.2': 502
}

/** What a sub-status of IIS means, and what it is sent as. */
export interface IisStatus<Http extends number = number> {
  /** The HTTP status that is sent. */
  readonly http: Http
  readonly title: string
  /** Whether it passes by itself, so that the response says when to try again. */
  readonly retryAfter: boolean
  /** Why the HTTP status is another than that before the dot. */
  readonly why?: string
}

/** Seconds until what passes by itself is worth another try, where the application does not know better. */
export const RETRY_AFTER = 60

type IisTable = { readonly [Code in IisCode]: IisStatus<IisHttp[Code]> }

/**
 * The sub-status codes of IIS 6. Where the status before the dot does not say today what the sub-status means, `why` gives
 * the reason for another one; it is this project's judgement, no standard.
 */
// biome-ignore format: a table has a row for each
export const iisStatuses: IisTable = Object.freeze({
  '401.1': row(401, 'Logon failed'),
  '401.2': row(401, 'Logon failed because of the server configuration'),
  '401.3': row(403, 'Access denied by the access control list of the resource',
    because('the user is authenticated: RFC 9110 §15.5.2 keeps 401 for refused credentials')),
  '401.4': row(403, 'Authorization failed by a filter', because('as 401.3')),
  '401.5': row(403, 'Authorization failed by an ISAPI or CGI application', because('as 401.3')),
  '401.7': row(403, 'Access denied by the URL authorization policy', because('as 401.3')),
  '403.1': row(403, 'Execute access forbidden'),
  '403.2': row(403, 'Read access forbidden'),
  '403.3': row(403, 'Write access forbidden'),
  '403.4': row(403, 'SSL required'),
  '403.5': row(403, 'SSL 128 required'),
  '403.6': row(403, 'IP address rejected'),
  '403.7': row(403, 'Client certificate required'),
  '403.8': row(403, 'Site access denied'),
  '403.9': row(503, 'Too many users', passing('overload, expected to pass')),
  '403.10': row(500, 'Invalid configuration', because('a fault of the server')),
  '403.11': row(403, 'Password change'),
  '403.12': row(403, 'Mapper denied access'),
  '403.13': row(403, 'Client certificate revoked'),
  '403.14': row(403, 'Directory listing denied'),
  '403.15': row(503, 'Client access licences exceeded', passing('capacity, expected to pass')),
  '403.16': row(403, 'Client certificate untrusted or invalid'),
  '403.17': row(403, 'Client certificate expired or not yet valid'),
  '403.18': row(500, 'Cannot execute the requested URL in the current application pool',
    because('a fault of the server')),
  '403.19': row(500, 'Cannot execute CGI for the client in this application pool', because('a fault of the server')),
  '403.20': row(401, 'Passport logon failed', because('credentials were refused')),
  '404.0': row(404, 'Not found'),
  '404.1': row(421, 'Site not accessible on the requested port',
    because('the connection is not one on which this server answers for the target')),
  '404.2': row(404, 'Blocked by the web service extension policy'),
  '404.3': row(404, 'Blocked by the MIME map policy'),
  '500.12': row(503, 'Application is restarting', passing('expected to pass')),
  '500.13': row(503, 'Web server too busy', passing('overload')),
  '500.15': row(404, 'Direct request for Global.asa',
    because('the request is at fault, and nothing should be disclosed')),
  '500.16': row(500, 'UNC authorization credentials incorrect'),
  '500.18': row(500, 'URL authorization store cannot be opened'),
  '500.100': row(500, 'Internal ASP error'),
  '502.1': row(504, 'CGI application timed out', because('the gateway waited in vain')),
  '502.2': row(502, 'Error in a CGI application'),
})

type Facts = Pick<IisStatus, 'retryAfter' | 'why'>

function row<Http extends number>(http: Http, title: string, facts: Facts = { retryAfter: false }): IisStatus<Http> {
  return Object.freeze({ http, title, ...facts })
}

function because(why: string): Facts {
  return { retryAfter: false, why }
}

function passing(why: string): Facts {
  return { retryAfter: true, why }
}
