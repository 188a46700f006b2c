/** Whether there is a control character other than HTAB. */
export function hasControl(text: string): boolean {
  return /[^\t\x20-\x7e\x80-\uffff]/.test(text)
}

export function isAscii(text: string): boolean {
  return !/[\x80-\uffff]/.test(text)
}
