const LINES: readonly RegExp[] = [
  // JavaScript: at f (/app/index.js:10:5)
  /^at .*:\d{1,7}:\d{1,7}\)?$/,
  // Java and its kin: at com.example.Shop.find(Shop.java:42)
  /^at [\w$.<>/]+\([\w$]+\.(?:java|kt|scala|groovy|clj):\d{1,7}\)$/,
  // .NET: at Shop.Find() in C:\shop\Shop.cs:line 42
  /^at .*:line \d{1,7}$/,
  // Python
  /^Traceback \(most recent call last\):$/,
  /^File "[^"]+", line \d{1,7}(?:, in .*)?$/,
  // PHP: #0 /srv/shop.php(42): find()
  /^#\d{1,4} [^ ]+\.php\(\d{1,7}\): /,
  // Ruby: /srv/shop.rb:42:in `find'
  /^(?:from )?[^ ]+\.rb:\d{1,7}:in /,
  // Go
  /^goroutine \d{1,9} \[/,
]

/** The first line of a text that is one of a stack trace, if there is one. Long texts are searched at their start. */
export function findStackTrace(text: string): string | undefined {
  // A short look, as most texts are one harmless sentence.
  if (!/:\d|line \d|\(most recent|\.php\(|goroutine /.test(text)) return undefined
  for (const line of text.slice(0, 20_000).split(/\r?\n/, 500)) {
    const trimmed = line.trim().slice(0, 500)
    if (LINES.some((pattern) => pattern.test(trimmed))) return trimmed
  }
  return undefined
}
