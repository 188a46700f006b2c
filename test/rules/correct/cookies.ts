/** A page that sets cookies. */
const setting = (...cookies: readonly string[]): string => `
  > GET /menu HTTP/1.1
  < HTTP/1.1 200 OK
${cookies.map((cookie) => `  < Set-Cookie: ${cookie}\n`).join('')}  < Cache-Control: private
  < Content-Type: text/plain; charset=utf-8
  <
  < tea
  `

/** Correct exchanges that touch cookies: no rule may find anything in them. */
export const cookies: readonly string[] = [
  // express-session
  setting('connect.sid=s%3AJk3aT0.8o2k%2Fz; Path=/; Expires=Sun, 22 Nov 2026 08:00:00 GMT; HttpOnly; SameSite=Lax'),
  // res.clearCookie()
  setting('token=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'),
  // The keygrip pair of Koa: a name is another with .sig behind it.
  setting('koa.sess=eyJ1IjoxfQ==; path=/; httponly', 'koa.sess.sig=b9Kq_-2; path=/; httponly'),
  // Names differ in case.
  setting('lang=en', 'Lang=de'),
  // A value in quotes; one of base64; an empty one; one with every odd character that is allowed.
  setting('a="31d4"', 'b=Zm9v+/==', 'c=', "d=!#$%&'()*+-./:<=>?@[]^_`{|}~"),
  // Prefixes and attributes of younger drafts.
  setting('__Host-sid=31d4; Path=/; Secure; HttpOnly; SameSite=Strict; Priority=High; Partitioned'),
  // Attributes in any case, without blanks, with one at the end.
  setting('JSESSIONID=A1B2;path=/;HTTPONLY', 'csrf=1; Path=/;'),
  // Max-Age of 0 deletes.
  setting('sid=; Max-Age=0; Path=/; Domain=.example.com'),
  // Far away.
  setting('consent=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT; Max-Age=34560000'),
  // Commas in a path.
  setting('tab=2; Path=/a,b; Expires=Sun, 22 Nov 2026 08:00:00 GMT'),
  // A 401 and a redirect may set cookies as well.
  `
  > GET /account HTTP/1.1
  < HTTP/1.1 401 Unauthorized
  < WWW-Authenticate: Bearer realm="shop"
  < Set-Cookie: sid=; Path=/; Max-Age=0
  < Cache-Control: no-store
  < Content-Type: text/plain; charset=utf-8
  <
  < Sign in first.
  `,
  `
  > POST /session HTTP/1.1
  < HTTP/1.1 303 See Other
  < Location: /account
  < Set-Cookie: sid=31d4; Path=/; HttpOnly; Secure; SameSite=Lax
  < Cache-Control: no-store
  < Content-Type: text/html; charset=utf-8
  <
  < <p>Go to <a href="/account">your account</a>
  `,
]
