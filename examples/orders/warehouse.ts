import axios from 'axios'

/**
 * Another company's service. When it fails, nothing is caught here: an HTTP client's error becomes a 502, or a 504 after
 * a timeout, and nothing of it reaches our client. It would hold our token.
 */
export class Warehouse {
  readonly #url: string
  readonly #headers = { Authorization: 'Bearer warehouse-hunter2' }

  constructor(url: string) {
    this.#url = url
  }

  async stock(article: string): Promise<unknown> {
    const path = `/stock/${encodeURIComponent(article)}`
    const { data } = await axios.get<unknown>(path, { baseURL: this.#url, headers: this.#headers, proxy: false })
    return data
  }

  async track(order: string): Promise<unknown> {
    const response = await fetch(new URL(`/parcels/${encodeURIComponent(order)}`, this.#url), {
      headers: this.#headers,
    })
    return response.json()
  }
}
