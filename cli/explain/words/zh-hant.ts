import type { RegisteredStatus } from '../../../src/reference/index.ts'
import type { Meanings, Words } from './words.ts'
import { facts } from './zh-hant-facts.ts'

/** Chinese in traditional characters. Names of codes that others have made up stay as they are. */
export const zhHantWords: Words = {
  classes: {
    informational: '資訊',
    successful: '成功',
    redirection: '重新導向',
    'client error': '用戶端錯誤',
    'server error': '伺服器錯誤',
  },
  retries: {
    'not needed': '不需要',
    'as it is': '可立即原樣重送',
    later: '稍後再試',
    changed: '修改後再試',
    elsewhere: '改送到其他位址',
    'on another connection': '以其他連線重送到同一位址',
    no: '沒有幫助',
  },
  senders: {
    'any server': '任何伺服器',
    'an origin server or gateway': '來源伺服器或閘道',
    'a gateway or proxy': '閘道或 Proxy',
    'a proxy': 'Proxy',
    'the network': '網路本身',
    nobody: '不應再有人送出',
  },
  insteadOfIt: '其他選擇',
  toldToClients: 'statuswise 給用戶端的說明',
  example: '請求與回應範例',
  classOf: (name, isReserved) => `（${name}${isReserved ? '；保留，未指派' : ''}）`,
  meaning: ({ code }) => meanings[code],
  note: ({ code }) => notes[code],
  alternative: (code, when) => `${code}：若${inChinese(when)}`,
  wasCalled: (phrases) => `舊稱：${phrases.join('、')}。`,
  onceMeant: ({ name, from }, today) =>
    `過去的意義是「${name}」（${inChinese(from)}）${today === undefined ? '' : `；要表達那個意義，請改送 ${today}`}。`,
  maySend: (sender) => `可由誰送出：${sender}。`,
  must: (fields) => `必須帶有：${listed(fields)}。`,
  mustIf: (fields, when) => `若${inChinese(when)}，必須帶有：${listed(fields)}。`,
  should: (fields) => `適用時應該帶有：${listed(fields)}。`,
  content: (has, retry) => `內容：${has ? '可以有' : '沒有'}。重送請求：${retry}。`,
  caches: (status) => `快取：${cachesOf(status)}`,
  crawlers: ({ code }) => `搜尋引擎：${crawlers[code] ?? crawlersByClass[Math.floor(code / 100)] ?? ''}`,
  rulesOf: (code) => `${code} 的規則`,
  rulesOfClass: (name) => `所有 ${name} 的規則`,
  moreRules: (count) => `另有 ${count} 條規則適用於所有回應。規則的識別碼以 RFC 編號與章節開頭。`,
  unregistered: (heading, seenIn) => `${heading} 不是已註冊的狀態碼。見於：${inChinese(seenIn)}。`,
  sendInstead: (status, why) => `請改送 ${status}（${inChinese(why)}）。`,
  errorsAreSentAs: (code, status) => `拋出的錯誤若狀態為 ${code}，會以 ${status} 送出。`,
  sendNothing: (code, why) =>
    `沒有任何回應能表達它（${inChinese(why)}）。拋出的錯誤若狀態為 ${code}，會結束連線，並以「aborted」通知 onProblem。`,
  noStatus: '它根本不是狀態碼：狀態碼從 100 到 599，用戶端會把其他數字視為損壞的回應（RFC 9110 §15）。',
  understoodAs: (status) => `不認識它的用戶端會當作 ${status}（RFC 9110 §15）。`,
  temporary: (heading, draft) => `${heading} 只是暫時註冊的狀態碼（${draft}）：statuswise 將它視為未註冊的狀態碼。`,
  ofClass: (heading) => `${heading}：此類別已註冊的狀態碼`,
  othersOfClass: (status) => `用戶端會將此類別的其他代碼當作 ${status}（RFC 9110 §15）。`,
  sentAs: (status) => `實際送出：${status}。`,
  iis: (heading) => `${heading} 是 IIS 的子狀態碼。statuswise/iis 的 iis() 可產生對應的錯誤。`,
  iisTold: '子狀態碼會寫入記錄並告知 onProblem；只有 expose: true 時才會告知用戶端。',
  iisUnlisted: (heading) =>
    `IIS 子狀態碼表中沒有 ${heading}。statuswise/iis 的 iis() 仍會接受它，並以點號之前的狀態碼為準。`,
  sip: (heading) => `${heading} 是 SIP 的回應。statuswise/sip 的 fromSip() 會將它轉換成對應的 HTTP 錯誤或回應。`,
  sipUnlisted: (heading, understoodAs) =>
    `SIP 回應表中沒有 ${heading}。statuswise/sip 的 fromSip() 仍會接受它，並當作 ${understoodAs}（RFC 3261 §8.1.3.2）。`,
  sipProvisional: '這是暫時回應：還不會產生 HTTP 回應。',
  sipMembers: (names) => `問題詳細資料（problem details）可能帶有：${names.join('、')}。`,
  why: (text) => `原因：${inChinese(text)}。`,
  retryAfterIsPassedOn: '它的 Retry-After 會一併傳遞。',
}

function inChinese(english: string): string {
  return facts[english] ?? english
}

function listed(fields: readonly string[]): string {
  return fields.join('、') || '無特別要求'
}

// What follows is said in English by src/reference/: knowledge.ts and caches-and-crawlers.ts. Who changes it there changes it here.

function cachesOf({ code, cacheable, noStore }: RegisteredStatus): string {
  const special = caches[code]
  if (special !== undefined) return special
  if (noStore) return `不儲存：statuswise 以 no-store 送出${cacheable ? '，雖然快取本可儲存' : ''}。`
  if (code < 200) return '直接轉送，不儲存。'
  return cacheable
    ? '未特別指示時也可以儲存一段自行推估的時間；最好以 Cache-Control 指明。'
    : '只有在 Cache-Control 或 Expires 允許時才儲存。'
}

const caches: Readonly<Record<number, string>> = {
  206: '強驗證值（例如 ETag）顯示屬於同一份內容時，可以儲存並合併各部分。',
  304: '繼續使用已有的內容，並採用 304 的標頭欄位（RFC 9111 §4.3.4）。',
}

const crawlers: Readonly<Record<number, string>> = {
  204: '視為沒有內容的頁面，不編入索引。',
  205: '視為沒有內容的頁面，不編入索引。',
  206: '只取了大型檔案的開頭，並編入索引。',
  301: '會跟隨，並以目標位址編入索引；連續五到十次後放棄。',
  302: '會跟隨，索引中可能保留舊位址。',
  303: '同 302。',
  304: '保留已編入的內容，雙方都省下一次傳輸。',
  307: '同 302。',
  308: '同 301。',
  401: '不編入索引；已編入的內容過一段時間會移除。造訪頻率不會因此降低。',
  403: '不編入索引；已編入的內容過一段時間會移除。造訪頻率不會因此降低：要降低請用 429 或 503。',
  404: '過一段時間從索引移除，偶爾再來查看。',
  410: '同 404，可能稍快移除，也較少再來。',
  429: '降低造訪頻率；持續數天後會移除頁面。',
  451: '從索引移除。',
  500: '降低造訪頻率並再試；數天後移除頁面。',
  502: '同 500。',
  503: '降低造訪頻率，稍後再試：維護期間的正確回應，robots.txt 也一樣；數天後移除頁面。',
  504: '同 500。',
}

const crawlersByClass: Readonly<Record<number, string>> = {
  1: '看不到它。',
  2: '可能將內容編入索引。',
  3: '不知如何處理，不編入索引。',
  4: '如同其他 4xx：不編入索引，已編入的過一段時間會移除。',
  5: '如同其他 5xx：降低造訪頻率並再試。',
}

const notes: Readonly<Record<number, string>> = {
  102: 'WebDAV 已不再使用它（RFC 4918）；WebDAV 以外沒有用戶端會留意。',
  305: '已淘汰（RFC 9110 §15.4.6），因為由回應來設定 Proxy 並不安全（RFC 7231 Appendix B）：不要送出。',
  306: '保留（RFC 9110 §15.4.7）：不要送出。',
  418: '這是個玩笑，保留它是為了不讓人賦予其他意義（RFC 9110 §15.5.19）。',
  425: '只能用於隨早期資料送達或帶有 Early-Data: 1 的請求：無法得知其他用戶端能否重送（RFC 8470 §5.2）。',
  507: '使用者要求的請求，要等使用者再次要求才能重送（RFC 4918 §11.5）。',
  510: '該 RFC 已成歷史文件，沒有用戶端認得它。',
}

const meanings: Meanings = {
  100: '請求的開頭沒有問題：用戶端可以繼續送出內容。',
  101: '從這裡起，連線改用 Upgrade 指明的通訊協定。',
  102: '伺服器已收到請求並在處理，最終回應稍後送達。',
  103: '最終回應可能會有的標頭欄位（主要是 Link），讓用戶端先開始載入。',
  200: '請求成功；內容是什麼取決於方法。',
  201: '已建立新資源：位址見 Location，若沒有則為請求的目標。',
  202: '請求已收下但尚未執行，也可能永遠不會執行；內容會指出何處可以查看進度。',
  203: '同 200，但途中的 Proxy 改過內容。',
  204: '請求成功，沒有內容可送；瀏覽器停留在原頁面。',
  205: '請求成功，用戶端應重設送出請求的畫面，例如表單。',
  206: 'Range 要求的部分內容，各有自己的 Content-Range。',
  207: '一份 XML 文件，列出多個資源各自的狀態（WebDAV）。',
  208: '在 207 之中：這個繫結的成員先前已列出（WebDAV）。',
  226: '與用戶端現有內容的差異，如 IM 所示（差異編碼）。',
  300: '有多種表現形式，各有位址，由用戶端或使用者選擇。',
  301: '資源已永久移到 Location 所指的位址；用戶端可能會把 POST 改成 GET。',
  302: '資源暫時在 Location 所指的位址；用戶端可能會把 POST 改成 GET。',
  303: '請以 GET 到 Location 所指的位址取得結果，例如送出表單之後。',
  304: '用戶端手上的內容仍然有效：請求的條件顯示沒有變更。',
  305: '資源必須透過 Proxy 取得。',
  306: '沒有意義：規範的舊版曾使用它。',
  307: '資源暫時在 Location 所指的位址，方法保持不變。',
  308: '資源已永久移到 Location 所指的位址，方法保持不變。',
  400: '請求本身有誤，伺服器不需了解內容就能判斷：語法、訊息分界（framing）或編碼。',
  401: '請求缺少有效的認證資訊；WWW-Authenticate 說明哪些可以。',
  402: '需要付款。這個代碼是保留的，各服務自行定義其意義。',
  403: '伺服器了解請求但拒絕；換一組認證資訊不一定有用。',
  404: '這個位址沒有東西，或伺服器不願透露；是否永久不得而知。',
  405: '資源不支援請求的方法；Allow 列出支援的方法。',
  406: '沒有符合 Accept 等條件的表現形式，伺服器也不願送出其他形式。',
  407: 'Proxy 要求認證資訊，如 Proxy-Authenticate 所示。',
  408: '請求沒有在伺服器願意等待的時間內送達。',
  409: '請求與資源目前的狀態衝突，使用者也許能解決。',
  410: '這個位址的東西已經消失，可能是永久的：應移除指向它的連結。',
  411: '這個請求必須帶有 Content-Length。',
  412: '請求的條件不成立：使用 If-Match 時表示資源已被他人變更，使用 If-None-Match: * 時表示資源已存在。',
  413: '請求的內容超過伺服器可接受的大小。',
  414: '位址超過伺服器讀取的長度，常是應該用 POST 送出的表單。',
  415: '不支援請求內容的格式或編碼；Accept 或 Accept-Encoding 可能說明支援哪些。',
  416: '要求的範圍都不在內容之內，或過小、重疊的範圍太多；Content-Range 說明內容的長度。',
  417: '伺服器無法滿足 Expect 的要求。',
  418: '茶壺拒絕煮咖啡。',
  421: '伺服器不負責這個請求的主機，例如共用了不該共用的連線。',
  422: '內容的格式與語法正確，但沒有意義。',
  423: '資源被鎖定（WebDAV）。',
  424: '它所相依的另一個請求失敗了（WebDAV）。',
  425: '請求隨 TLS 早期資料送達，可能是重送攻擊：請在交握完成後再送。',
  426: '伺服器要求改用其他通訊協定，如 Upgrade 所示。',
  428: '請求必須帶有條件，例如 If-Match，以免覆寫沒看過的變更。',
  429: '用戶端在一段時間內送出太多請求；Retry-After 可能說明要等多久。',
  431: '標頭欄位超過伺服器讀取的大小，常是累積的 cookie。',
  451: '法律要求禁止存取；rel="blocked-by" 的 Link 指出由誰執行。',
  500: '伺服器發生未預期的錯誤。',
  501: '伺服器不支援請求所需的功能，例如沒有任何資源認得的方法。',
  502: '後端伺服器沒有給出有效的回應。',
  503: '過載或維護：會恢復，Retry-After 可能說明時間。',
  504: '後端伺服器沒有及時回應。',
  505: '伺服器不支援請求所用的 HTTP 主要版本。',
  506: '內容協商設定錯誤：某個變體自己又進行協商（1998 年的實驗）。',
  507: '儲存空間不足以完成請求（WebDAV）。',
  508: '處理 Depth: infinity 的請求時遇到迴圈（WebDAV）。',
  510: '請求需要某項擴充，卻沒有宣告使用（一項已結束的實驗）。',
  511: '用戶端必須先登入網路，例如飯店的網路；不是給來源伺服器用的。',
}
