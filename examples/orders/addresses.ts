/** What has another address than it once had. The one that leads to another is one redirect to the end, too. */
export const MOVED: Readonly<Record<string, string>> = {
  '/customers/:customer/orders/:id': '/orders/:id',
  '/pricelist': '/prices',
  '/prices': '/price-list.csv',
}

/** What there was once, and will not be again. */
export const GONE: readonly string[] = ['/beta/*']
