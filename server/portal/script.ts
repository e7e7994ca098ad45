/** How the same text is written in the other script; loaded when somebody first asks, since its tables take 40 MB. */
type Convert = (text: string) => string;
let toTraditional: Promise<Convert> | undefined;
let toSimplified: Promise<Convert> | undefined;

/** What a reader sees or hears: text between tags, and the attributes that are read out. Addresses and values of fields stay. */
const SHOWN = />([^<>]+)<|( (?:alt|title|placeholder|aria-label|content)=")([^"]*)(?=")/g;

/** A page in traditional characters (繁體). Names can come out wrong, which its foot says. */
export async function traditional(html: string): Promise<string> {
	toTraditional ??= import('opencc-js/cn2t').then(({ Converter }) => Converter({ from: 'cn', to: 't' }));
	const convert = await toTraditional;
	return html
		.replace(SHOWN, (_all, text: string | undefined, attribute: string | undefined, value: string | undefined) =>
			text === undefined ? `${attribute}${convert(value ?? '')}` : `>${convert(text)}<`,
		)
		.replace('<html lang="zh-CN"', '<html lang="zh-Hant"');
}

/** Characters of everyday words that are written otherwise in simplified script. */
const OTHERWISE =
	/[萬與業東絲兩嚴個豐臨為麗舉義樂習鄉書買亂爭產親億僅從倉儀們價眾優會偉傳傷倫偽體餘債傾償兒黨蘭關興養獸內岡冊寫軍農馮沖決況凍淨準涼減湊憑凱擊鑿劃劉則剛創刪別製劑劍劇勸辦務動勵勁勞勢匯區醫華協單賣盧衛卻廠廳歷厲壓廁廈廚縣參雙發變敘葉號嘆後嚇嗎啟吳員響問園圍國圖圓聖場壞塊堅壇墳墜墊墾牆壯聲殼處備復夠頭誇夾奪奮獎婦媽婁嬰孫學寧寶實寵審憲宮寬賓對尋導將爾塵嘗層屬歲豈崗島嶺幣帥師帳簾帶幫幹並廣莊慶廬庫應廟廢開異棄張彌彎彈強歸當錄徹徑憶懷態總慘懸懇惡慣愛憑懶戲戰戶撲執擴掃揚擾撫拋搶護報擔擬攔擇掛擠揮損換據擁擺攜攝敵數齋斬斷無舊時曠晝顯曉暫曆術機殺雜權條來楊極構槍標棧樹樣橋檢樓橫歐歡殘畢氈氣漢湯溝沒滬淚澤潔灑測濟渾濃滯滲濱灘灣濕滅燈災爐點煉爛煙煩燒熱燦愛爺狀猶獨獄獲獻環現電畫暢療瘋監盡盤眾睜瞞礦碼磚確禮禍稅種稱積穩窮競筆箋範築簡籌籃類糧緊約級紀純紙紛練組細終結給絕統繼續維綠線編緩緣縮總績織罰罷羅職聯聽肅腸膚臉膽勝腦臟艙藝節蘇範薦藥虛蟲蠟補裝襲見規視覽覺觸計訂認討讓訓議記講許論設訪證評識訴診詞試詩誠話該詳語誤說請諸讀課調談謀謝謹譯豬貝貞負財責敗貨質購貿費貼貴資賓賞賠賴贈贊趕趙躍車軌軟轉輪輕載較輔輛輸轄辭邊遼達遷過運還這進遠違連遲適選遺郵鄭釋裡鑒針鈔鉤鋼錢鐵銅銷鎖鋪錯鎮長門閃閉問間閱隊陽陰際陸陳險隨隱難雲霧靜頂項順須預領頻題顏額風飛飯飲館馬駐駕驗騎驚髮魚鮮鳥雞鹽麥黃齊齒龍龜]/;

/** What somebody typed, in simplified characters; as it is when it holds none that are written otherwise. */
export async function simplified(text: string): Promise<string> {
	if (!OTHERWISE.test(text)) return text;
	toSimplified ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 't', to: 'cn' }));
	return (await toSimplified)(text);
}
