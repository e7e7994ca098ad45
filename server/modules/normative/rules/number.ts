/** 文号 such as 望政规〔2026〕3号. */
export function documentNumber(word: string, year: number, serial: number): string {
	return `${word}〔${year}〕${serial}号`;
}

/** 发文代字: Chinese characters only, as they are printed on the head of a paper. */
export function isWord(word: string): boolean {
	return /^[\p{Script=Han}]{1,10}$/u.test(word);
}
