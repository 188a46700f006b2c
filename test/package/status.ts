import { type ContentlessCode, lookup, type RegisteredStatus, type StatusCode, statuses } from 'statuswise/status'

const meaning: string = lookup(404).meaning
const found = lookup('Not Found')
const code: StatusCode | undefined = found?.registered ? found.code : found?.instead
const empty: readonly ContentlessCode[] = [204, 205, 304]
const later: readonly RegisteredStatus[] = statuses.filter(({ retry }) => retry === 'later')
export const used: readonly unknown[] = [meaning, code, empty, later]

// @ts-expect-error: whether a name is known is seen at run time only.
lookup('Not Found').code
