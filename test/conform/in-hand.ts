import {
  type Expectations,
  type Fault,
  type FieldValue,
  judge,
  type ResponseInHand,
  UNKNOWN,
} from '../../src/conform/index.ts'

/** A response as a test describes it; what it leaves out is a GET on HTTP/1.1 without fields. */
export interface Described {
  readonly method?: string
  readonly version?: '1.0' | '1.1' | '2.0'
  readonly sent?: Readonly<Record<string, string>>
  readonly fields?: Readonly<Record<string, FieldValue>>
  /** A number of bytes (or `BEGUN`, `UNKNOWN`) for content that is no text. */
  readonly content?: string | number
  readonly isPlaceholder?: boolean
  readonly isLengthAutomatic?: boolean
}

export function inHand(status: number, described: Described = {}): ResponseInHand {
  const { method = 'GET', version = '1.1', sent = {}, fields = {}, content = '' } = described
  const [major = 1, minor = 1] = version.split('.').map(Number)
  return {
    method,
    isHead: method === 'HEAD',
    httpVersionMajor: major,
    httpVersionMinor: minor,
    requestField: (name) => sent[name],
    status,
    field: (name) => fields[name],
    contentLength: typeof content === 'number' ? content : Buffer.byteLength(content),
    contentText: () => (typeof content === 'number' ? undefined : content),
    isPlaceholder: described.isPlaceholder ?? false,
    isLengthAutomatic: described.isLengthAutomatic ?? content !== UNKNOWN,
  }
}

export function faultsOf(
  status: number,
  described: Described = {},
  expectations: Partial<Expectations> = {},
): readonly Fault[] | undefined {
  return judge(inHand(status, described), {
    offersRetryAfter: () => false,
    replacesPlainText: false,
    isForwarded: false,
    ...expectations,
  })
}

/** The ids of the rules that a response breaks. */
export function rulesOf(
  status: number,
  described: Described = {},
  expectations: Partial<Expectations> = {},
): readonly string[] {
  return (faultsOf(status, described, expectations) ?? []).map(({ rule }) => rule.id)
}
