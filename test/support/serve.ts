import { expect, onTestFinished } from 'vitest'
import type { Framework, Host, RunningServer, ServeOptions, TestApp } from './frameworks.ts'
import { exchange, type RawResponse, request } from './raw-client.ts'
import type { RequestParts } from './requests.ts'

/** Starts a server that closes when the test is over; closing it fails the test for what nobody caught. */
export async function serve(host: Host, app: TestApp, options?: ServeOptions): Promise<RunningServer> {
  const server = await host.serve(app, options)
  onTestFinished(() => server.close())
  return server
}

/** The one response to one request; fails where anything on the connection was malformed. */
export async function answerOf(server: RunningServer, parts: RequestParts = {}): Promise<RawResponse> {
  const { responses, error, bytes } = await exchange(server.port, request(parts))
  expect(error).toBeUndefined()
  const [response] = responses
  if (response === undefined) throw new Error(`No response, but ${JSON.stringify(bytes.toString('latin1'))}`)
  return response
}

/** An application that throws the same value at every method of `/`. */
export function throwing(thrown: unknown, problems?: TestApp['problems']): TestApp {
  return {
    ...(problems === undefined ? {} : { problems }),
    routes: {
      '/': () => {
        throw thrown
      },
    },
  }
}

/** Throws a value at one request, and gives the response. */
export async function answerToThrown(
  framework: Framework,
  thrown: unknown,
  parts: RequestParts = {},
  problems?: TestApp['problems'],
): Promise<RawResponse> {
  const server = await serve(framework, throwing(thrown, problems))
  return answerOf(server, parts)
}
