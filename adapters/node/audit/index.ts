export { createAudit } from './audit.ts'
export type { AuditEvent, AuditOptions } from './options.ts'
