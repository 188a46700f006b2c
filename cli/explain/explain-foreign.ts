import { iisStatuses } from '../../src/iis/index.ts'
import { RETRY_AFTER } from '../../src/iis/table.ts'
import { sipStatuses } from '../../src/sip/index.ts'
import { type Paint, plain } from '../colours.ts'
import { inEnglish, type Speech } from './speech.ts'

/** A sub-status of IIS, such as `403.4` or `iis:403.4`; undefined: none is meant. */
export function explainIis(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const [, code = ''] = /^(?:iis[ :]*)?(\d{3}\.\d{1,3})$/i.exec(asked) ?? []
  const found = Object.entries(iisStatuses).find(([key]) => key === code)?.[1]
  if (found === undefined) return undefined
  const { http, title, why, retryAfter } = found
  return [
    words.iis(paint('bold', `${code} ${title}`)),
    '',
    words.sendInstead(`${http} ${titleOf(http)}`, why ?? title),
    ...(retryAfter ? [`Retry-After: ${RETRY_AFTER}`] : []),
    words.iisTold,
    '',
  ].join('\n')
}

/** A response code of SIP, such as `sip:486`; undefined: none is meant. */
export function explainSip(
  asked: string,
  paint: Paint = plain,
  { words, titleOf }: Speech = inEnglish,
): string | undefined {
  const [, code = ''] = /^sip[ :]*(\d{3})$/i.exec(asked) ?? []
  const found = sipStatuses[Number(code)]
  if (found === undefined) return undefined
  const { phrase, http, why, members, retryAfter } = found
  return [
    words.sip(paint('bold', `SIP ${code} ${phrase}`)),
    '',
    ...(http === null ? [words.sipProvisional] : [`HTTP: ${http} ${titleOf(http)}`, words.why(why)]),
    ...(retryAfter ? [words.retryAfterIsPassedOn] : []),
    ...(members.length === 0 ? [] : [words.sipMembers(members)]),
    '',
  ].join('\n')
}
