import type { RuleExample } from '../example.ts'
import { basicExamples } from './basic.ts'
import { bearerExamples } from './bearer.ts'
import { bearerErrorExamples } from './bearer-errors.ts'
import { digestExamples } from './digest.ts'
import { digestSeriesExamples } from './digest-series.ts'
import { dpopExamples } from './dpop.ts'
import { dpopNonceExamples } from './dpop-nonce.ts'
import { oauthExtensionExamples } from './oauth-extensions.ts'
import { requiredExamples } from './required.ts'
import { syntaxExamples } from './syntax.ts'
import { tokenEndpointExamples } from './token-endpoint.ts'

export const authenticationExamples: readonly RuleExample[] = [
  ...requiredExamples,
  ...syntaxExamples,
  ...basicExamples,
  ...digestExamples,
  ...digestSeriesExamples,
  ...bearerExamples,
  ...bearerErrorExamples,
  ...dpopExamples,
  ...dpopNonceExamples,
  ...oauthExtensionExamples,
  ...tokenEndpointExamples,
]
