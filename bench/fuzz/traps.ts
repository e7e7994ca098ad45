import { strToU8, zipSync } from 'fflate';

export interface Trap {
	name: string;
	bytes: () => Uint8Array;
}

/** Files that are made to hurt: each is tried once, in every run. */
export function traps(): Trap[] {
	return [...packages(), ...texts()];
}

function packages(): Trap[] {
	const docx = (xml: string) =>
		zipSync({ 'word/document.xml': strToU8(xml), '[Content_Types].xml': strToU8('<Types/>') });
	return [
		{ name: 'bomb.zip', bytes: () => zipSync({ 'a.txt': new Uint8Array(200 * 1024 * 1024) }) },
		{
			name: 'bomb.docx',
			bytes: () => docx(`<w:document><w:body>${' '.repeat(100 * 1024 * 1024)}</w:body></w:document>`),
		},
		{
			name: 'many.zip',
			bytes: () => zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`${i}.txt`, strToU8('x')]))),
		},
		{
			name: 'deep.docx',
			bytes: () => docx(`<w:document><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}</w:body></w:document>`),
		},
		{
			name: 'entities.docx',
			bytes: () =>
				docx(
					'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "http://127.0.0.1:9/x">]><w:document><w:body>&b;&c;</w:body></w:document>',
				),
		},
		{
			name: 'macro.docm',
			bytes: () =>
				zipSync({
					'word/document.xml': strToU8('<w:document><w:body/></w:document>'),
					'word/vbaProject.bin': new Uint8Array(1000),
				}),
		},
		{ name: 'locked.docx', bytes: () => joinedOle('EncryptedPackage') },
		{ name: 'locked.zip', bytes: () => locked(zipSync({ 'a.txt': strToU8('x') })) },
	];
}

function texts(): Trap[] {
	const row = '<tr><td>规章</td><td>1</td></tr>';
	const rows = (megabytes: number) => `<table>${row.repeat(Math.ceil((megabytes * 1024 * 1024) / row.length))}</table>`;
	return [
		{ name: '50mb.html', bytes: () => strToU8(rows(50)) },
		{ name: '9mb.html', bytes: () => strToU8(rows(9)) },
		{ name: 'deep.html', bytes: () => strToU8('<table><tr><td>'.repeat(100_000)) },
		{ name: 'spans.html', bytes: () => strToU8(`<table>${'<tr><td rowspan=65000 colspan=65000>1'.repeat(500)}`) },
		{ name: 'one-line.txt', bytes: () => strToU8('公开'.repeat(1_600_000)) },
		{ name: 'digits.txt', bytes: () => strToU8(`三、收到和处理政府信息公开申请情况\n${'1 '.repeat(2_000_000)}`) },
		{ name: 'deep.rtf', bytes: () => strToU8(`{\\rtf1${'{\\par'.repeat(500_000)}`) },
		{
			name: 'rows.rtf',
			bytes: () => strToU8(`{\\rtf1${'\\trowd\\cellx100\\cellx200\\intbl 1\\cell 2\\cell\\row'.repeat(60_000)}}`),
		},
	];
}

function joinedOle(stream: string): Uint8Array {
	const head = new Uint8Array(1024);
	head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	return new Uint8Array(Buffer.concat([head, Buffer.from(stream, 'utf16le'), new Uint8Array(1024)]));
}

/** The first bit of the flags says that a member is encrypted. */
function locked(zip: Uint8Array): Uint8Array {
	const copy = zip.slice();
	copy[6] = (copy[6] ?? 0) | 1;
	return copy;
}
