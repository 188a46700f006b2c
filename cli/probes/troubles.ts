import type { Probe, Trouble } from './probe.ts'

/** A trouble with a probe, as bad as it is: a server may defend itself against a hostile one, and big content is no fault. */
export function troubleOf(
  { name, method = 'GET', target, hostile = false }: Probe,
  id: Trouble['id'],
  what: string,
): Trouble {
  return { id, severity: severityOf(id, hostile), probe: name, method, target, what }
}

function severityOf(id: Trouble['id'], hostile: boolean): Trouble['severity'] {
  switch (id) {
    case 'wire-no-answer':
    case 'wire-closed':
      return hostile ? 'warning' : 'error'
    case 'wire-garbage':
    case 'wire-refused':
      return 'error'
    // The rules say what is wrong with it.
    case 'wire-malformed':
    case 'wire-keep-alive':
    case 'audit-failed':
      return 'warning'
    case 'wire-not-read':
      return 'note'
  }
}
