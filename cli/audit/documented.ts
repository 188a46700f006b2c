import type { Known } from '../probes/subject.ts'
import type { ReportRule } from '../report/report.ts'
import type { Collector } from './collector.ts'

/** What an API description says of GET, held against what GET answers. */
export const undocumentedStatus: ReportRule = {
  id: 'openapi-undocumented-status',
  level: 'advice',
  reference: 'OpenAPI: Responses Object',
  link: 'https://spec.openapis.org/oas/latest.html#responses-object',
  statement: 'The status of an answer is one of those that the API description lists.',
  remedy: 'Add the status, or default, to the responses of the operation.',
  decidedBy: 'application',
}

export function checkDocumented(
  { get }: Known,
  documented: readonly string[] | undefined,
  collector: Pick<Collector, 'takeFinding'>,
): void {
  if (get === undefined || documented === undefined) return
  const code = String(get.response.status)
  const lists = documented.some((one) => one === 'default' || one === code || one.toUpperCase() === `${code[0]}XX`)
  if (lists) return
  const what = `GET answers ${code}, which is not in the description (${documented.join(', ')}).`
  collector.takeFinding(undocumentedStatus, what, `HTTP/${get.response.version} ${code}`, get, {
    name: 'GET',
    target: get.request.target,
  })
}
