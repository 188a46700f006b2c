import { fault } from '../../fault.ts'
import type { Rule } from '../../rule.ts'
import { challengesOf } from './challenges-of.ts'

const PASSWORD = /[\s"']type\s*=\s*["']?password\b/i

/** Who is refused for want of credentials is told which to send, in the right field and in no other. */
export const requiredRules: readonly Rule[] = [
  {
    id: '9110-15.5.2-www-authenticate',
    level: 'MUST',
    rfc: '9110',
    section: '15.5.2',
    topic: 'authentication',
    statement: 'A 401 carries WWW-Authenticate with at least one challenge for the target resource.',
    status: [401],
    check: ({ response }) => {
      if (!response.has('www-authenticate'))
        return fault('The 401 has no WWW-Authenticate, so the client cannot know how to authenticate.', response.line)
      if (response.list('www-authenticate').length > 0) return undefined
      return fault(
        'The WWW-Authenticate of the 401 is empty: it has to name a scheme.',
        response.show('www-authenticate'),
      )
    },
    remedy: "throw new Unauthorized({ challenges: [bearer({ realm: 'api' })] }), or mount conform().",
  },
  {
    id: '9110-15.5.8-proxy-authenticate',
    level: 'MUST',
    rfc: '9110',
    section: '15.5.8',
    topic: 'authentication',
    statement: 'A 407 carries Proxy-Authenticate with at least one challenge for the proxy.',
    covers: ['7616-3.8-proxy'],
    status: [407],
    check: ({ response }) => {
      if (!response.has('proxy-authenticate'))
        return fault(
          'The 407 has no Proxy-Authenticate, so the client cannot know how to authenticate to the proxy.',
          response.line,
        )
      if (response.list('proxy-authenticate').length > 0) return undefined
      return fault(
        'The Proxy-Authenticate of the 407 is empty: it has to name a scheme.',
        response.show('proxy-authenticate'),
      )
    },
    remedy:
      "throw new ProxyAuthenticationRequired({ challenges: [basic({ realm: 'proxy' })] }); an application that is no proxy throws Unauthorized.",
  },
  {
    id: '9110-11.7.1-next-hop',
    level: 'advice',
    rfc: '9110',
    section: '11.7.1',
    topic: 'authentication',
    statement: 'Proxy-Authenticate is for proxies: who refuses access to a resource challenges with WWW-Authenticate.',
    status: [401, 403],
    fields: ['proxy-authenticate'],
    check: ({ response }) =>
      response.has('www-authenticate')
        ? undefined
        : fault(
            `A ${response.status} challenges with Proxy-Authenticate, which clients heed only with 407.`,
            response.show('proxy-authenticate'),
          ),
    remedy: "Send WWW-Authenticate: throw new Unauthorized({ challenges: [basic({ realm: 'api' })] }).",
  },
  {
    id: '7616-3.8-not-both',
    level: 'advice',
    rfc: '7616',
    section: '3.8',
    topic: 'authentication',
    statement: 'One response does not ask for Digest credentials for the proxy and for the resource at once.',
    status: [401, 407],
    fields: ['proxy-authenticate'],
    applies: ({ response }) => response.has('www-authenticate'),
    check: ({ response }) => {
      const fields = new Set(challengesOf(response, 'digest').map(({ field }) => field))
      if (fields.size < 2) return undefined
      return fault(
        `The ${response.status} challenges for the resource and for the proxy; ask for one, and for the other once the first is passed.`,
        response.show('www-authenticate', 'proxy-authenticate'),
      )
    },
    remedy: 'Send WWW-Authenticate with 401, and Proxy-Authenticate with 407, not both.',
  },
  {
    id: '6585-6-no-challenge',
    level: 'SHOULD NOT',
    rfc: '6585',
    section: '6',
    topic: 'authentication',
    statement: 'A 511 holds neither a challenge nor the login form: it links to where one logs in to the network.',
    status: [511],
    check: ({ response }) => {
      for (const field of ['www-authenticate', 'proxy-authenticate'])
        if (response.has(field))
          return fault(
            'The 511 challenges, though it comes from the network and not from the resource that was asked for.',
            response.show(field),
          )
      const password = response.text?.match(/<input\b[^<>]*/gi)?.find((input) => PASSWORD.test(input))
      if (password === undefined) return undefined
      return fault('The 511 holds a form that asks for a password; it is to link to one.', password)
    },
    remedy: 'Send a page with a link to the login page of the network, and no WWW-Authenticate.',
  },
]
