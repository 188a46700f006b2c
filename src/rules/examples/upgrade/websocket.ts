import type { RuleExample } from '../example.ts'

const HANDSHAKE = `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 13
      `
const SWITCHED = `
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: websocket
      < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
      `

export const webSocketExamples: readonly RuleExample[] = [
  {
    rule: '9110-7.8-101-semantics-preserved',
    passes: [`${HANDSHAKE}${SWITCHED}`],
    breaks: [
      `
      > POST /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 13
      ${SWITCHED}
      `,
    ],
    also: ['6455-4.2.1-websocket-bad-handshake-error'],
  },
  {
    rule: '6455-4.2.1-websocket-bad-handshake-error',
    passes: [
      `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: tea
      > Sec-WebSocket-Version: 13
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/html
      <
      < Missing or invalid Sec-WebSocket-Key header
      `,
    ],
    breaks: [
      `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Version: 13
      ${SWITCHED}
      `,
      `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      ${SWITCHED}
      `,
      `
      > GET /chat HTTP/1.1
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 13
      ${SWITCHED}
      `,
    ],
  },
  {
    rule: '6455-4.2.2-101-websocket-upgrade-value',
    passes: [`${HANDSHAKE}${SWITCHED}`],
    breaks: [
      `${HANDSHAKE}
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: websocket/13
      < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
      `,
      `${HANDSHAKE}
      < HTTP/1.1 101 Switching Protocols
      < Connection: keep-alive
      < Upgrade: websocket
      < Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
      `,
    ],
    also: ['9110-7.8-101-upgrade-in-connection'],
  },
  {
    rule: '6455-4.2.2-101-websocket-accept-hash',
    passes: [`${HANDSHAKE}${SWITCHED}`],
    breaks: [
      `${HANDSHAKE}
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: websocket
      `,
      `${HANDSHAKE}
      < HTTP/1.1 101 Switching Protocols
      < Connection: Upgrade
      < Upgrade: websocket
      < Sec-WebSocket-Accept: dGhlIHNhbXBsZSBub25jZQ==
      `,
    ],
  },
  {
    rule: '6455-4.2.2-101-websocket-subprotocol-offered',
    passes: [
      `${HANDSHAKE}
      > Sec-WebSocket-Protocol: chat, superchat
      ${SWITCHED}
      < Sec-WebSocket-Protocol: chat
      `,
    ],
    breaks: [
      `${HANDSHAKE}${SWITCHED}
      < Sec-WebSocket-Protocol: chat
      `,
      `${HANDSHAKE}
      > Sec-WebSocket-Protocol: chat, superchat
      ${SWITCHED}
      < Sec-WebSocket-Protocol: mqtt
      `,
      `${HANDSHAKE}
      > Sec-WebSocket-Protocol: chat, superchat
      ${SWITCHED}
      < Sec-WebSocket-Protocol: chat, superchat
      `,
    ],
  },
  {
    rule: '6455-4.2.2-101-websocket-extensions-offered',
    passes: [
      `${HANDSHAKE}
      > Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits
      ${SWITCHED}
      < Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover
      `,
    ],
    breaks: [
      `${HANDSHAKE}${SWITCHED}
      < Sec-WebSocket-Extensions: permessage-deflate
      `,
    ],
  },
  {
    rule: '6455-4.4-websocket-bad-version-lists-versions',
    passes: [
      `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 99
      < HTTP/1.1 426 Upgrade Required
      < Connection: Upgrade
      < Upgrade: websocket
      < Sec-WebSocket-Version: 13, 8
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
    breaks: [
      `
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 99
      < HTTP/1.1 426 Upgrade Required
      < Connection: Upgrade
      < Upgrade: websocket
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
      `${HANDSHAKE}${SWITCHED}
      > GET /chat HTTP/1.1
      > Connection: Upgrade
      > Upgrade: websocket
      > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      > Sec-WebSocket-Version: 99
      < HTTP/1.1 400 Bad Request
      < Connection: close
      < Content-Type: text/plain; charset=utf-8
      <
      < Brewing has failed; try again with other leaves.
      `,
    ],
  },
]
