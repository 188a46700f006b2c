export type {
  Exchange,
  FieldLine,
  HttpVersion,
  InterimMessage,
  RequestMessage,
  ResponseMessage,
} from './exchange.ts'
export { ExchangeView } from './exchange-view.ts'
export type { Fault } from './fault.ts'
export type { Level, Need, Rule, StatusRange, Topic } from './rule.ts'
export { type OnRuleFailure, ruleOf, rules, rulesFor } from './rulebook.ts'
export { exchangeOf } from './transcript.ts'
export { transcriptOf } from './transcript-of.ts'
