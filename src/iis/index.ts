// statuswise/iis: the sub-status codes of IIS, for who thinks in them.
export { type HttpOf, type IisFacts, type IisProblem, iis } from './iis.ts'
export { type IisCode, type IisHttp, type IisStatus, iisStatuses } from './table.ts'
