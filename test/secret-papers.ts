import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

/** Where on the page something stands, in parts of it from the top left. */
export interface Spot {
	x: number;
	y: number;
	width: number;
	height: number;
}

export interface SecretPaper {
	bytes: Uint8Array;
	mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
	/** What must not be found again. */
	secret: string;
	/** Where it is printed. */
	spot: Spot;
}

const [WIDTH, HEIGHT] = [320, 200];
const SIZE = 12;

/** Every place a paper can keep a secret in beside the print itself. */
export const PDF_KINDS = [
	'plain',
	'compressed',
	'info',
	'xmp',
	'note',
	'link',
	'field',
	'layer',
	'attachment',
	'outline',
	'script',
	'revision',
	'invisible',
	'piece',
] as const;
export type PdfKind = (typeof PDF_KINDS)[number];

/** A pdf of one page with `secret` printed at (x, y) points from the bottom left, and hidden as `kind` says. */
export function secretPdf(kind: PdfKind, secret: string, x: number, y: number): SecretPaper {
	const spot = {
		x: (x - 2) / WIDTH,
		y: 1 - (y + SIZE) / HEIGHT,
		width: (secret.length * 7 + 4) / WIDTH,
		height: (SIZE + 6) / HEIGHT,
	};
	const print = `BT /F1 ${SIZE} Tf ${x} ${y} Td (${secret}) Tj ET\nBT /F1 ${SIZE} Tf 10 10 Td (visible) Tj ET`;
	const content = contentOf(kind, secret, print);
	const objects = new Map<number, string>([
		[1, `<< /Type /Catalog /Pages 2 0 R ${catalogOf(kind)} >>`],
		[2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
		[
			3,
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${
				kind === 'layer' ? '/Properties << /Hidden 8 0 R >>' : ''
			} >> ${pageOf(kind)} >>`,
		],
		[4, kind === 'compressed' ? stream(deflateSync(content), '/Filter /FlateDecode') : stream(Buffer.from(content))],
		[5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
		...extrasOf(kind, secret),
	]);
	let bytes = assemble(objects, kind === 'info' ? '/Info 9 0 R' : '');
	if (kind === 'revision') {
		const later = print.replace(`(${secret})`, `(${secret.replace(/./g, '8')})`);
		bytes = Buffer.concat([bytes, revise(bytes, 4, stream(Buffer.from(later)))]);
	}
	return { bytes, mediaType: 'application/pdf', secret, spot };
}

function contentOf(kind: PdfKind, secret: string, print: string): string {
	if (kind === 'layer') return `${print}\n/OC /Hidden BDC BT /F1 8 Tf 10 100 Td (${secret}) Tj ET EMC`;
	if (kind === 'invisible') return `${print}\nBT 3 Tr /F1 8 Tf 10 100 Td (${secret}) Tj ET`;
	if (kind === 'piece') return `/Span << /ActualText (${secret}) >> BDC\n${print}\nEMC`;
	return print;
}

function catalogOf(kind: PdfKind): string {
	const parts: Partial<Record<PdfKind, string>> = {
		xmp: '/Metadata 9 0 R',
		layer: '/OCProperties << /OCGs [8 0 R] /D << /OFF [8 0 R] >> >>',
		attachment: '/Names << /EmbeddedFiles << /Names [(a.txt) 9 0 R] >> >>',
		outline: '/Outlines 9 0 R',
		script: '/OpenAction 9 0 R',
		field: '/AcroForm << /Fields [9 0 R] >>',
	};
	return parts[kind] ?? '';
}

function pageOf(kind: PdfKind): string {
	if (kind === 'piece') return '/PieceInfo << /Editor << /LastModified (D:20260101) /Private 9 0 R >> >> /Thumb 10 0 R';
	return kind === 'note' || kind === 'link' || kind === 'field' ? '/Annots [9 0 R]' : '';
}

function extrasOf(kind: PdfKind, secret: string): [number, string][] {
	const rect = '/Rect [10 60 30 80]';
	switch (kind) {
		case 'info':
			return [[9, `<< /Title (${secret}) /Author (${secret}) /Keywords (${secret}) >>`]];
		case 'xmp':
			return [
				[
					9,
					stream(Buffer.from(`<x:xmpmeta><dc:title>${secret}</dc:title></x:xmpmeta>`), '/Type /Metadata /Subtype /XML'),
				],
			];
		case 'note':
			return [[9, `<< /Type /Annot /Subtype /Text ${rect} /Contents (${secret}) >>`]];
		case 'link':
			return [[9, `<< /Type /Annot /Subtype /Link ${rect} /A << /S /URI /URI (https://example.cn/${secret}) >> >>`]];
		case 'field':
			return [[9, `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (${secret}) ${rect} /F 2 >>`]];
		case 'layer':
			return [[8, `<< /Type /OCG /Name (${secret}) >>`]];
		case 'attachment':
			return [
				[9, '<< /Type /Filespec /F (a.txt) /EF << /F 10 0 R >> >>'],
				[10, stream(Buffer.from(secret), '/Type /EmbeddedFile')],
			];
		case 'outline':
			return [
				[9, '<< /Type /Outlines /First 10 0 R /Last 10 0 R /Count 1 >>'],
				[10, `<< /Title (${secret}) /Parent 9 0 R /Dest [3 0 R /Fit] >>`],
			];
		case 'script':
			return [[9, `<< /S /JavaScript /JS (app.alert\\("${secret}"\\)) >>`]];
		case 'piece':
			return [
				[9, `<< /Text (${secret}) >>`],
				[10, stream(Buffer.from(secret.padEnd(27)), '/Width 3 /Height 3 /ColorSpace /DeviceRGB /BitsPerComponent 8')],
			];
		default:
			return [];
	}
}

function stream(content: Buffer, more = ''): string {
	return `<< /Length ${content.length} ${more} >>\nstream\n${content.toString('latin1')}\nendstream`;
}

function assemble(objects: ReadonlyMap<number, string>, trailer: string): Buffer {
	const size = Math.max(...objects.keys()) + 1;
	let text = '%PDF-1.7\n';
	const offsets = new Map<number, number>();
	for (const [number, body] of objects) {
		offsets.set(number, text.length);
		text += `${number} 0 obj\n${body}\nendobj\n`;
	}
	const entry = (number: number) => {
		const offset = offsets.get(number);
		return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
	};
	const table = Array.from({ length: size }, (_, number) => entry(number)).join('');
	const at = text.length;
	return Buffer.from(
		`${text}xref\n0 ${size}\n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
		'latin1',
	);
}

/** An incremental update: the earlier object stays in the file, and another takes its place. */
function revise(before: Buffer, number: number, body: string): Buffer {
	const previous = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1] ?? '0';
	const object = `${number} 0 obj\n${body}\nendobj\n`;
	const at = before.length + object.length;
	const offset = String(before.length).padStart(10, '0');
	return Buffer.from(
		`${object}xref\n${number} 1\n${offset} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`,
		'latin1',
	);
}

/** A picture with the secret drawn into it, and written into its own data. */
export function secretPicture(
	mediaType: 'image/png' | 'image/jpeg',
	secret: string,
	x: number,
	y: number,
): SecretPaper {
	const canvas = createCanvas(WIDTH * 2, HEIGHT * 2);
	const context = canvas.getContext('2d');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.fillStyle = '#123';
	// Bars stand for the letters: a font is nothing this machine must have.
	for (const [i, letter] of [...secret].entries())
		context.fillRect(x * 2 + i * 12, y * 2, 4 + (letter.charCodeAt(0) % 6), 20);
	context.fillRect(4, canvas.height - 12, 60, 8);
	const spot = { x: (x - 2) / WIDTH, y: (y - 2) / HEIGHT, width: (secret.length * 6 + 6) / WIDTH, height: 14 / HEIGHT };
	const bytes =
		mediaType === 'image/png'
			? withText(canvas.toBuffer('image/png'), secret)
			: withComment(canvas.toBuffer('image/jpeg', 90), secret);
	return { bytes, mediaType, secret, spot };
}

/** A tEXt chunk behind the header. */
function withText(png: Buffer, secret: string): Buffer {
	const data = Buffer.from(`Comment\0${secret}`, 'latin1');
	const chunk = Buffer.alloc(data.length + 12);
	chunk.writeUInt32BE(data.length, 0);
	chunk.write('tEXt', 4, 'latin1');
	data.copy(chunk, 8);
	return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** A COM segment behind the first marker. */
function withComment(jpeg: Buffer, secret: string): Buffer {
	const data = Buffer.from(secret, 'latin1');
	const head = Buffer.from([0xff, 0xfe, 0, data.length + 2]);
	return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}
