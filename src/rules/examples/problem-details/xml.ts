import type { RuleExample } from '../example.ts'

export const xmlExamples: readonly RuleExample[] = [
  {
    rule: '9457-B-xml-type',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <?xml version="1.0"?>
      < <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Not Found</title></head><body><p>Nothing here.</p></body></html>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/plain; charset=utf-8
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: text/html; charset=utf-8
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status></problem>
      `,
    ],
  },
  {
    rule: '9457-B-xml-escaping',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><detail>Use &lt; and &amp;, not ]]&gt;.</detail></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <p:problem xmlns:p="urn:ietf:rfc:7807"><p:type>about:blank</p:type><p:title>Not Found</p:title><p:status>404</p:status></p:problem>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><detail>Fish & chips</detail></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><detail>a < b</detail></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status></Problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><detail>&#0;</detail></problem>
      `,
    ],
  },
  {
    rule: '9457-B-xml-root',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status></problem>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem><type>about:blank</type><title>Not Found</title><status>404</status></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <error xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status></error>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:9457"><type>about:blank</type><title>Not Found</title><status>404</status></problem>
      `,
    ],
  },
  {
    rule: '9457-B-xml-members',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><status> 404 </status><detail/></problem>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><title>Not Found</title></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><status>Not Found</status></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>not a URI</type></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><detail><b>No</b></detail></problem>
      `,
    ],
    also: ['9457-3.1.1-type-string'],
  },
  {
    rule: '9457-B-xml-namespace',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><balance>30</balance></problem>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><balance xmlns="urn:example:bank">30</balance></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><errors><b:i xmlns:b="urn:example:b">a</b:i></errors></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><note xmlns="">a</note></problem>
      `,
    ],
  },
  {
    rule: '9457-B-xml-array',
    passes: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><accounts><i>a</i><i>b</i></accounts></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><errors><i><pointer>#/age</pointer><detail>too old</detail></i></errors></problem>
      `,
    ],
    breaks: [
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><accounts><account>a</account><account>b</account></accounts></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><account>a</account><account>b</account></problem>
      `,
      `
      > GET /orders HTTP/1.1
      < HTTP/1.1 404 Not Found
      < Content-Type: application/problem+xml
      <
      < <?xml version="1.0" encoding="UTF-8"?>
      < <problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><title>Not Found</title><status>404</status><note>see <link>/a</link></note></problem>
      `,
    ],
  },
]
