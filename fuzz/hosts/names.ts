export const hostNames = ['express', 'koa', 'node'] as const
export type HostName = (typeof hostNames)[number]
