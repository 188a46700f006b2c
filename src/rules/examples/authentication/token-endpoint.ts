import type { RuleExample } from '../example.ts'

export const tokenEndpointExamples: readonly RuleExample[] = [
  {
    rule: '6749-5.1-no-store',
    passes: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 200 OK
      < Cache-Control: no-store
      < Pragma: no-cache
      < Content-Type: application/json
      <
      < {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600}
      `,
    ],
    breaks: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 200 OK
      < Content-Type: application/json
      <
      < {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded;charset=UTF-8
      < HTTP/1.1 200 OK
      < Cache-Control: private, max-age=0
      < Content-Type: application/json
      <
      < {"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600}
      `,
    ],
  },
  {
    rule: '6749-5.2-token-400',
    passes: [
      `
      > POST /orders HTTP/1.1
      < HTTP/1.1 403 Forbidden
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"forbidden"}
      `,
    ],
    breaks: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 200 OK
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant"}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 403 Forbidden
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"unsupported_grant_type"}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 500 Internal Server Error
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_client"}
      `,
    ],
  },
  {
    rule: '6749-5.2-invalid-client-header',
    passes: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      > Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Basic realm="token"
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_client"}
      `,
    ],
    breaks: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      > Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_client"}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      > Authorization: Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3
      < HTTP/1.1 401 Unauthorized
      < WWW-Authenticate: Bearer realm="token"
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_client"}
      `,
    ],
  },
  {
    rule: '6749-5.2-charset',
    passes: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant","error_description":"The code was used before."}
      `,
    ],
    breaks: [
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant","error_description":"The code \\"x\\" was used."}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant","error_description":"Zu spät."}
      `,
      `
      > POST /token HTTP/1.1
      > Content-Type: application/x-www-form-urlencoded
      < HTTP/1.1 400 Bad Request
      < Cache-Control: no-store
      < Content-Type: application/json
      <
      < {"error":"invalid_grant","error_description":"a\\r\\nTrace ID: 1"}
      `,
    ],
  },
]
