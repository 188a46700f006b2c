import { type IisStatus, iisStatuses } from '../../src/iis/index.ts'
import { RETRY_AFTER } from '../../src/iis/table.ts'
import { type SipStatus, sipStatuses } from '../../src/sip/index.ts'
import { isAssigned, isErrorStatus } from '../../src/status/index.ts'
import { type Paint, plain } from '../colours.ts'
import { oneLine } from '../report/safe-text.ts'
import { UsageError } from '../usage-error.ts'
import { inEnglish, type Speech } from './speech.ts'

/**
 * A sub-status of IIS, such as `403.4` or `iis:403.4`; undefined: none is meant.
 *
 * @throws UsageError for what is written like one, and that iis() does not take
 */
export function explainIis(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const { prefixed, bare } = /^iis(?:[ :]+|(?=\d))(?<prefixed>.+)$|^(?<bare>\d+\.\d+)$/is.exec(asked)?.groups ?? {}
  const code = prefixed ?? bare
  if (code === undefined) return undefined
  const row = (Object.hasOwn(iisStatuses, code) ? iisStatuses[code as keyof typeof iisStatuses] : undefined) as
    | IisStatus
    | undefined
  const named = (http: number): string => `${http} ${titleOf(http)}`
  if (row === undefined) {
    const heading = paint('bold', code)
    return [words.iisUnlisted(heading), '', words.sentAs(named(beforeDot(code))), words.iisTold, ''].join('\n')
  }
  const { http, title, why, retryAfter } = row
  return [
    words.iis(paint('bold', `${code} ${title}`)),
    '',
    why === undefined ? words.sentAs(named(http)) : words.sendInstead(named(http), why),
    ...(retryAfter ? [`Retry-After: ${RETRY_AFTER}`] : []),
    words.iisTold,
    '',
  ].join('\n')
}

function beforeDot(code: string): number {
  const [, before] = /^(\d{3})\.(?:0|[1-9]\d{0,2})$/.exec(code) ?? []
  const status = Number(before)
  if (isErrorStatus(status) && isAssigned(status)) return status
  throw new UsageError(
    `There is no sub-status ${oneLine(code)} of IIS: one is a registered status of 400 to 599, a dot, and a number of 0 to 999, such as 403.4.`,
  )
}

/**
 * A response code of SIP, such as `sip:486`; undefined: none is meant.
 *
 * @throws UsageError for what is written like one, and is none
 */
export function explainSip(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const [, code] = /^sip[ :]*(\d.*)$/is.exec(asked) ?? []
  if (code === undefined) return undefined
  if (!/^[1-6]\d\d$/.test(code))
    throw new UsageError(`There is no response ${oneLine(code)} of SIP: its codes are 100 to 699, such as sip:486.`)
  const row = sipStatuses[Number(code)]
  // RFC 3261 §8.1.3.2: an unknown provisional response is a 183, any other the x00 of its class.
  const representative = code.startsWith('1') ? '183' : `${code[0]}00`
  const { phrase, http, why, members, retryAfter } = row ?? (sipStatuses[Number(representative)] as SipStatus)
  return [
    row === undefined
      ? words.sipUnlisted(paint('bold', `SIP ${code}`), `SIP ${representative} ${phrase}`)
      : words.sip(paint('bold', `SIP ${code} ${phrase}`)),
    '',
    ...(http === null ? [words.sipProvisional] : [`HTTP: ${http} ${titleOf(http)}`, words.why(why)]),
    ...(retryAfter ? [words.retryAfterIsPassedOn] : []),
    ...(members.length === 0 ? [] : [words.sipMembers(members)]),
    '',
  ].join('\n')
}
