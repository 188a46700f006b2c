/** Correct exchanges that touch webdav: no rule may find anything in them. */
export const webdav: readonly string[] = [
  // Apache mod_dav
  `
  > PROPFIND /files/ HTTP/1.1
  > Depth: 1
  < HTTP/1.1 207 Multi-Status
  < Server: Apache
  < Content-Type: text/xml; charset="utf-8"
  <
  < <?xml version="1.0" encoding="utf-8"?>
  < <D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
  < <D:response xmlns:lp1="DAV:">
  < <D:href>/files/</D:href>
  < <D:propstat><D:prop><lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
  < </D:response>
  < </D:multistatus>
  `,
  // No prefix, and an empty collection.
  `
  > PROPFIND /empty/ HTTP/1.1
  > Depth: 1
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0"?><multistatus xmlns="DAV:"/>
  `,
  // 424 for what depends on what failed.
  `
  > PROPPATCH /files/a HTTP/1.1
  > Content-Type: application/xml; charset=utf-8
  >
  > <propertyupdate xmlns="DAV:"/>
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <d:multistatus xmlns:d="DAV:"><d:response><d:href>/files/a</d:href><d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status><d:error><d:cannot-modify-protected-property/></d:error></d:propstat><d:propstat><d:prop><d:displayname/></d:prop><d:status>HTTP/1.1 424 Failed Dependency</d:status></d:propstat></d:response></d:multistatus>
  `,
  // The client knows 208.
  `
  > PROPFIND /files/ HTTP/1.1
  > Depth: infinity
  > DAV: bind
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <D:multistatus xmlns:D="DAV:"><D:response><D:href>/files/loop/</D:href><D:propstat><D:prop/><D:status>HTTP/1.1 208 Already Reported</D:status></D:propstat></D:response></D:multistatus>
  `,
  // Several resources with one status.
  `
  > DELETE /files/ HTTP/1.1
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <D:multistatus xmlns:D="DAV:"><D:response><D:href>/files/a</D:href><D:href>/files/b</D:href><D:status>HTTP/1.1 423 Locked</D:status><D:error><D:lock-token-submitted><D:href>/files/</D:href></D:lock-token-submitted></D:error></D:response></D:multistatus>
  `,
  // A redirected member.
  `
  > PROPFIND /files/ HTTP/1.1
  > Depth: 1
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/xml; charset=utf-8
  <
  < <D:multistatus xmlns:D="DAV:"><D:response><D:href>/files/old</D:href><D:status>HTTP/1.1 301 Moved Permanently</D:status><D:location><D:href>https://new.example/old</D:href></D:location></D:response></D:multistatus>
  `,
  // A batch API borrows the status and writes JSON.
  `
  > POST /batch HTTP/1.1
  > Content-Type: application/json
  >
  > [{"id":1},{"id":2}]
  < HTTP/1.1 207 Multi-Status
  < Content-Type: application/json
  <
  < [{"id":1,"status":201},{"id":2,"status":409}]
  `,
  // A 423 of an API without XML.
  `
  > PATCH /orders/42 HTTP/1.1
  > Content-Type: application/merge-patch+json
  >
  > {"paid":true}
  < HTTP/1.1 423 Locked
  < Retry-After: 60
  < Content-Type: application/problem+json
  <
  < {"type":"https://api.example/problems/locked","title":"Order is being edited","status":423}
  `,
  // An extension's own condition, in its own namespace.
  `
  > PUT /calendars/ada/1.ics HTTP/1.1
  > Content-Type: text/calendar
  >
  > BEGIN:VCALENDAR
  < HTTP/1.1 403 Forbidden
  < Cache-Control: no-store
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0" encoding="utf-8"?><D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><C:valid-calendar-data/></D:error>
  `,
  // SabreDAV: the root is error, with more than the condition in it.
  `
  > MKCOL /files/x/y/ HTTP/1.1
  < HTTP/1.1 409 Conflict
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0" encoding="utf-8"?>
  < <d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"><s:exception>Sabre\\DAV\\Exception\\Conflict</s:exception><s:message>Parent node does not exist</s:message></d:error>
  `,
  `
  > MOVE /files/a HTTP/1.1
  > Destination: http://api.example/files/b
  > Overwrite: F
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: text/plain; charset=utf-8
  <
  < There is a file b already.
  `,
  `
  > COPY /files/a HTTP/1.1
  > Destination: http://api.example/files/b
  < HTTP/1.1 204 No Content
  `,
  // S3: an error in XML that has nothing to do with WebDAV.
  `
  > GET /bucket/missing HTTP/1.1
  < HTTP/1.1 404 Not Found
  < Server: AmazonS3
  < Content-Type: application/xml
  <
  < <?xml version="1.0" encoding="UTF-8"?>
  < <Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>
  `,
  `
  # to refresh a lock of another resource (RFC 4918 §9.10.6)
  > LOCK /docs/b.txt HTTP/1.1
  > If: (<urn:uuid:e71d4fae-5dec-22d6-fea5-00a0c91e6be4>)
  > Timeout: Second-3600
  < HTTP/1.1 412 Precondition Failed
  < Content-Type: application/xml; charset=utf-8
  <
  < <?xml version="1.0" encoding="utf-8"?>
  < <D:error xmlns:D="DAV:"><D:lock-token-matches-request-uri/></D:error>
  `,
]
